"""The guided private report: asks the form's questions in turn, sends once, and keeps nothing that was not sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import checks, findings, guidance, naming, telling, wishes
from bot.asking import Chance, Library, Replies, Reply
from bot.card import Card, Kind, Part, Say
from bot.cited import Cited
from bot.conversation import Conversation, Conversations
from bot.misheard import misheard
from bot.panels import PANELS
from bot.plain import one_line
from bot.report_choices import ADD, ANONYMOUS, DELETE, KEEP, SEND
from bot.report_facts import ReportFacts
from bot.report_form import REPORT
from bot.setting import Setting
from bot.sight import Parts, Sight
from bot.step import Step
from bot.times import quarter
from reports.case import Case
from reports.decisions import NobodyToTell
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import CaseId, Report
from reports.route import rushed

HINTS = ("back", "stop", "hide", "help")
LAST_FOUR = 4
RESUMED = Say("You have a report that you haven't sent. Let's carry on where you stopped.")
ALREADY_SENT = Say("Your report is sent. There is one thing left to do.")
ALREADY_DONE = Say("Already done.")
KEPT = Say("I'll keep it, locked and unsent, for 24 hours. Type report to carry on.")
MOVED_ON = Card("Already done", (Say("This report has moved on."),))
AT_THE_ROUTE = frozenset({"where", "rerouted"})


@dataclass(frozen=True)
class Reporting:
    school: School
    setting: Setting
    desk: Desk
    talks: Conversations
    chance: Chance
    library: Library

    def begin(self, who: PersonId, now: datetime) -> Replies:
        talk = Conversation(self.chance.case_id(), REPORT.name, {}, now, self.chance.code())
        self.talks.save(who, talk)
        return self.ask(talk, who)

    def resume(self, talk: Conversation, who: PersonId) -> Replies:
        """The present question again, for someone who comes back to it."""
        talk = self.as_filed(talk)
        case = self.settle(talk, who)
        return self.ask(talk, who, (ALREADY_SENT if case else RESUMED,), case=case)

    def hear(self, talk: Conversation, who: PersonId, said: str, asked: str = "") -> Replies:
        """Take the answer to the present question; to `asked`, if it is another, the answer came too late."""
        talk = self.as_filed(talk)
        step = self._step(talk, who)
        if asked and step and asked != step.name:
            return self.ask(talk, who, (ALREADY_DONE,), case=self.settle(talk, who))
        if step is None or step.name == "code":
            return self._confirm(talk, who, said)
        if step.name in AT_THE_ROUTE and not self._deliverable(talk, who):
            return self.ask(talk, who)
        if step.kind is Kind.TEXT and (problem := checks.problem(step.name, said, talk.touched.date())):
            return self._missed(talk, who, step, said, problem)
        turn = REPORT.take(talk.answers, step, said, naming.reader(self.school), self._facts(talk, who))
        if turn.problem:
            return self._missed(talk, who, step, said, turn.problem)
        answers, wish = wishes.heard(turn.answers, step.name, self._facts(talk, who))
        talk = replace(talk, answers=answers, misses=0, hidden=wish == KEEP, kept=talk.kept or wish == KEEP)
        if wish == DELETE:
            return self.stop(talk, who)
        talk = replace(talk, everything=talk.everything or wish == ADD)
        if wish == KEEP:
            return self._kept(talk, who) or (Reply(Card("Kept", (KEPT,)), wipes=True),)
        return self._answered(talk, who, step, turn.panels)

    def danger(self, talk: Conversation, who: PersonId) -> Replies:
        """What to do in danger, and the present question again."""
        barred = self._sight(talk, who, None).barred
        return (Reply(guidance.danger(self.school, barred)), *self.ask(talk, who))

    def back(self, talk: Conversation, who: PersonId) -> Replies:
        talk = self.as_filed(talk)
        if SEND in talk.answers.get("send", ()):
            return self.ask(talk, who, (Say("It has been sent, so I can't go back."),), case=self.settle(talk, who))
        answers, step = REPORT.back(talk.answers, self._facts(talk, who))
        if step is None:
            return self.ask(talk, who, (Say("This is the first question."),))
        suggestion = naming.spoken(step, talk.answers[step.name], self.school)
        talk = replace(talk, answers=answers, misses=0)
        return self._kept(talk, who) or self.ask(talk, who, suggestion=suggestion)

    def stop(self, talk: Conversation, who: PersonId) -> Replies:
        sent = self.settle(self.as_filed(talk), who)
        self.talks.close(who)
        return (Reply(guidance.stopped(self.school, sent is not None), wipes=True),)

    def ask(
        self,
        talk: Conversation,
        who: PersonId,
        above: Sequence[Part] = (),
        problem: str = "",
        suggestion: str = "",
        case: Case | None = None,
        bare: bool = False,
    ) -> Replies:
        """The present question; `bare` without what was shown above it a moment ago."""
        facts = self._facts(talk, who)
        section, step = REPORT.asking(talk.answers, facts) or (REPORT.sections[-1], REPORT.step("code"))
        panel = PANELS[step.panel](self._sight(talk, who, case)) if step.panel and not bare else ()
        if step.name in AT_THE_ROUTE and not self._deliverable(talk, who):
            says = (*above, *panel, Say("Type back to change an answer, or stop to end here."))
            return (Reply(Card(section.title, says, hints=HINTS)),)
        shown = replace(step, choices=facts.offered(step, talk.answers), suggestion=suggestion)
        hints = HINTS[3:] if step.name == "code" else HINTS
        problems = {step.name: problem} if problem else {}
        return (Reply(Card(section.title, (*above, *panel), (shown,), problems=problems, hints=hints)),)

    def _answered(self, talk: Conversation, who: PersonId, step: Step, panels: Sequence[str]) -> Replies:
        """Filed before it is kept that it was sent: a report whose sending was kept is never lost with the draft."""
        sent = talk.answers.get("send") == (SEND,)
        case = self.settle(talk, who)
        if sent and case is None:  # the directory changed since the route was shown
            talk = replace(talk, answers=REPORT.forget(talk.answers, "where", self._facts(talk, who)))
        if moved := self._kept(talk, who):
            return moved
        sight = self._sight(talk, who, case)
        above: Parts = tuple(part for panel in panels for part in PANELS[panel](sight))
        if step.name == "happened" and findings.danger(talk.answers["happened"][0]):
            above = (*guidance.danger_parts(self.school, sight.barred), *above)
        return self.ask(talk, who, above, case=case, bare=step.name not in talk.answers and bool(panels))

    def _kept(self, talk: Conversation, who: PersonId) -> Replies:
        """Nothing when saved; the present question when another message was quicker."""
        if self.talks.save(who, talk):
            return ()
        held = self.talks.load(who)
        if not isinstance(held, Conversation):
            return (Reply(MOVED_ON),)
        return self.ask(held, who, (ALREADY_DONE,))

    def as_filed(self, talk: Conversation) -> Conversation:
        """Its sending was cut off after the report was filed: then it has been sent, whatever the draft says."""
        if "send" in talk.answers or not self.desk.holds(CaseId(talk.id)):
            return talk
        return replace(talk, answers={**talk.answers, "send": (SEND,)})

    def settle(self, talk: Conversation, who: PersonId) -> Case | None:
        """File what was sent, if it was sent; again and again is the same as once. None where nobody can be told."""
        if talk.answers.get("send") != (SEND,):
            return None
        concern = telling.concern(talk.answers, who)
        at = talk.touched if rushed(concern, self.school) else quarter(talk.touched)
        report = Report(CaseId(talk.id), at, concern, talk.answers["naming"] == (ANONYMOUS,))
        try:
            return self.desk.file(report, telling.words(talk.answers), talk.code)
        except NobodyToTell:
            return None

    def _confirm(self, talk: Conversation, who: PersonId, said: str) -> Replies:
        case = self.settle(talk, who)
        if one_line(said).replace(" ", "").upper()[-LAST_FOUR:] != talk.code[-LAST_FOUR:]:
            return self.ask(talk, who, problem="Those aren't the last 4 characters of your code.", case=case)
        self.talks.close(who)
        says = Say("Thank you. To see what has become of it, type status and have your code ready.")
        return (Reply(Card("Your report is on its way", (says,)), True),)

    def _missed(self, talk: Conversation, who: PersonId, step: Step, said: str, problem: str) -> Replies:
        talk = replace(talk, misses=talk.misses + 1)
        if moved := self._kept(talk, who):
            return moved
        above, told = misheard(step, said, problem, talk.misses, self.school)
        return self.ask(talk, who, above, told)

    def _step(self, talk: Conversation, who: PersonId) -> Step | None:
        """The present question, with all that may be chosen."""
        facts = self._facts(talk, who)
        asking = REPORT.asking(talk.answers, facts)
        return replace(asking[1], choices=facts.offered(asking[1], talk.answers)) if asking else None

    def _facts(self, talk: Conversation, who: PersonId) -> ReportFacts:
        return ReportFacts(self.school, who, self.desk.preview, talk.everything)

    def _deliverable(self, talk: Conversation, who: PersonId) -> bool:
        return bool(self.desk.preview(telling.concern(talk.answers, who)).hops)

    def _sight(self, talk: Conversation, who: PersonId, case: Case | None) -> Sight:
        known = "kind" in talk.answers
        route = self.desk.preview(telling.concern(talk.answers, who)) if known else None
        cited = Cited(self.library)
        return Sight(self.school, self.setting, talk.answers, talk.touched, who, cited, route, case, talk.code)
