"""The guided private report: asks the form's questions in turn, sends once, and keeps nothing that was not sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import guidance, telling
from bot.asking import Chance, Replies, Reply
from bot.card import Ask, Card, Part, Say
from bot.conversation import Conversation, Conversations
from bot.flow import Step, Turn, Unclear
from bot.panels import PANELS, Sight
from bot.plain import one_line
from bot.report_form import ANONYMOUS, CHANGES, REPORT, SEND
from bot.setting import Setting
from reports.case import Case
from reports.decisions import NobodyToTell
from reports.desk import Desk
from reports.names import found
from reports.people import PersonId, School
from reports.report import CaseId, Report
from reports.route import Route

HINTS = ("back", "stop", "hide", "help")
AFTER_SENDING = ("help",)
LAST_FOUR = 4
RESUMED = Say("You have a report that you haven't sent. Let's carry on where you stopped.")
ALREADY_SENT = Say("Your report is sent. There is one thing left to do.")
TALK = "I haven't understood. Would you rather talk to someone?"


@dataclass(frozen=True)
class Reporting:
    school: School
    setting: Setting
    desk: Desk
    talks: Conversations
    chance: Chance

    def begin(self, who: PersonId, now: datetime) -> Replies:
        talk = Conversation(self.chance.case_id(), REPORT.name, {}, now, self.chance.code())
        self.talks.save(who, talk)
        return self.ask(talk, who)

    def resume(self, talk: Conversation, who: PersonId) -> Replies:
        """The present question again, for someone who comes back to it."""
        case = self._settle(talk, who)
        return self.ask(talk, who, (ALREADY_SENT if case else RESUMED,), case=case)

    def hear(self, talk: Conversation, who: PersonId, said: str) -> Replies:
        """Take the answer to the present question. `talk` has been touched by the caller."""
        asking = REPORT.asking(talk.answers)
        if asking is None or asking[1].name == "code":
            return self._confirm(talk, who, said)
        step = asking[1]
        if step.name == "where" and not self._route(talk, who).hops:
            return self.ask(talk, who)
        turn = REPORT.take(talk.answers, step.name, said, self._name)
        if turn.problem:
            return self._missed(talk, who, turn)
        return self._answered(replace(talk, answers=_changed(turn), misses=0), who, turn.panels)

    def back(self, talk: Conversation, who: PersonId) -> Replies:
        if SEND in talk.answers.get("send", ()):
            return self.ask(talk, who, (Say("It has been sent, so I can't go back."),))
        turn, step = REPORT.back(talk.answers)
        if step is None:
            return self.ask(talk, who, (Say("This is the first question."),))
        talk = replace(talk, answers=turn.answers, misses=0)
        return self._kept(talk, who) or self.ask(talk, who, suggestion=self._spoken(step))

    def stop(self, talk: Conversation, who: PersonId) -> Replies:
        sent = SEND in talk.answers.get("send", ())
        self._settle(talk, who)
        self.talks.close(who)
        gone = "Stopped. Nothing has been sent, and I've deleted what you told me."
        says = Say("Your report was already sent. I've cleared it from here." if sent else gone)
        return (
            Reply(Card("Stopped", (says, Say("If you want help now:"), *guidance.someone_to_call(self.school))), True),
        )

    def ask(
        self,
        talk: Conversation,
        who: PersonId,
        above: Sequence[Part] = (),
        problem: str = "",
        suggestion: str = "",
        case: Case | None = None,
    ) -> Replies:
        section, step = REPORT.asking(talk.answers) or (REPORT.sections[-1], REPORT.step("code"))
        panel = PANELS[step.panel](self._sight(talk, who, case)) if step.panel else ()
        problems = {step.name: problem} if problem else {}
        hints: tuple[str, ...] = AFTER_SENDING if step.name == "code" else HINTS
        ask: Ask = replace(step, suggestion=suggestion)
        if step.name == "where" and not self._route(talk, who).hops:
            ask, hints = Ask("where", "Type back to change an answer, or stop to end here."), ("back", "stop")
        return (Reply(Card(section.title, (*above, *panel), (ask,), problems=problems, hints=hints)),)

    def _answered(self, talk: Conversation, who: PersonId, panels: Sequence[str]) -> Replies:
        if moved := self._kept(talk, who):
            return moved
        try:
            case = self._settle(talk, who)
        except NobodyToTell:  # the directory changed between the preview and Send
            talk = replace(talk, answers=REPORT.forget(talk.answers, "where").answers, version=talk.version + 1)
            return self._kept(talk, who) or self.ask(talk, who)
        above = tuple(part for panel in panels for part in PANELS[panel](self._sight(talk, who, case)))
        return self.ask(talk, who, above, case=case)

    def _kept(self, talk: Conversation, who: PersonId) -> Replies:
        """Nothing when saved; the present question when another message was quicker."""
        if self.talks.save(who, talk):
            return ()
        held = self.talks.load(who)
        if not isinstance(held, Conversation):
            return (Reply(Card("Already done", (Say("This report has moved on."),))),)
        return self.ask(held, who, (Say("Already done."),))

    def _settle(self, talk: Conversation, who: PersonId) -> Case | None:
        """File what was sent, if it was sent; again and again is the same as once."""
        if talk.answers.get("send") != (SEND,):
            return None
        concern = telling.concern(talk.answers, who)
        anonymous = talk.answers["naming"] == (ANONYMOUS,)
        from_them = Report(CaseId(talk.id), talk.touched, concern, anonymous)
        return self.desk.file(from_them, talk.answers["happened"][0], talk.code)

    def _confirm(self, talk: Conversation, who: PersonId, said: str) -> Replies:
        case = self._settle(talk, who)
        if one_line(said).replace(" ", "").upper()[-LAST_FOUR:] != talk.code[-LAST_FOUR:]:
            return self.ask(talk, who, problem="Those aren't the last 4 characters of your code.", case=case)
        self.talks.close(who)
        says = Say("Thank you. To see what has become of it, type status and have your code ready.")
        return (Reply(Card("Your report is on its way", (says,)), True),)

    def _missed(self, talk: Conversation, who: PersonId, turn: Turn) -> Replies:
        talk = replace(talk, misses=talk.misses + 1)
        if moved := self._kept(talk, who):
            return moved
        helps = (Say(TALK), *guidance.someone_to_call(self.school)) if talk.misses % 3 == 0 else ()
        return self.ask(talk, who, helps, turn.problem)

    def _route(self, talk: Conversation, who: PersonId) -> Route:
        return self.desk.preview(telling.concern(talk.answers, who))

    def _sight(self, talk: Conversation, who: PersonId, case: Case | None) -> Sight:
        route = self._route(talk, who) if {"kind", "about"} <= set(talk.answers) else None
        return Sight(self.school, self.setting, talk.answers, talk.touched, route, case, talk.code)

    def _name(self, typed: str) -> str:
        people = found(self.school, typed)
        if len(people) == 1:
            return people[0].id
        if people:
            raise Unclear("Do you mean " + " or ".join(person.name for person in people) + "? Type the whole name.")
        raise Unclear(f"I don't know anyone called {one_line(typed)[:60]}. Check the spelling, or type 1.")

    def _spoken(self, step: Step) -> str:
        """The answer given before, as its question words it."""
        given = [value.strip() for value in step.suggestion.split(",")] if step.choices else [step.suggestion]
        return ", ".join(_wording(step, value, self.school) for value in given)


def _wording(step: Step, value: str, school: School) -> str:
    choice, person = step.choice(value), school.person(value)
    return choice.label if choice else person.name if person else value


def _changed(turn: Turn) -> dict[str, tuple[str, ...]]:
    """At the check, a wish to change something forgets that answer, so that its question comes again."""
    answers = dict(turn.answers)
    if wish := CHANGES.get(answers.get("send", ("",))[0]):
        answers.pop("send")
        return dict(REPORT.forget(answers, wish).answers)
    return answers
