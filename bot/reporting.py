"""The guided private report: asks the form's questions in turn, sends once, and keeps nothing that was not sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial

from bot import checks, doubt, guidance, naming, welcome, wishes
from bot.aftermath import after
from bot.asking import Chance, Library, Replies, Reply
from bot.card import NOTHING, Card, Kind, Say
from bot.conversation import Conversation, Conversations
from bot.filling import Fields, Filling
from bot.flow import Turn
from bot.misheard import every
from bot.plain import one_line
from bot.present import Present
from bot.report_choices import ADD, DELETE, KEEP, SEND
from bot.report_form import REPORT
from bot.sending import Sending
from bot.setting import Setting
from bot.sight import Parts
from bot.step import Answers
from bot.taken_back import mends, taken_back
from reports.case import Case
from reports.desk import Desk
from reports.people import PersonId, School

CODE, LAST_FOUR = "code", 4
NOT_THE_END = "It has been sent, once. Those aren't the last 4 characters of your code."
RESUMED = Say("You have a report that you haven't sent. Let's carry on where you stopped.")
ALREADY_SENT = Say("Your report is sent. There is one thing left to do.")
ALREADY_DONE = Say("Already done.")
KEPT = Say("I'll keep it, locked and unsent, for 24 hours. Type report to carry on.")
MOVED_ON = Card("Already done", (Say("This report has moved on."),))
NO_ANSWERS: Answers = {}
Told = Mapping[str, str]


@dataclass(frozen=True)
class Reporting:
    school: School
    setting: Setting
    desk: Desk
    talks: Conversations
    chance: Chance
    library: Library

    def begin(
        self,
        who: PersonId,
        now: datetime,
        known: Answers = NO_ANSWERS,
        offered: Answers = NO_ANSWERS,
        instead: Conversation | None = None,
    ) -> Replies:
        """`known` is answered already; `offered` stands in its fields. Two begun at once are the one that was first."""
        if instead:
            self.talks.close(who)
        id, window, code = self.chance.case_id(), self.chance.case_id(), self.chance.code()
        talk = Conversation(id, REPORT.name, known, now, code, was=offered, window=window)
        return self._kept(talk, who) or self.ask(talk, who)

    def resume(self, talk: Conversation, who: PersonId) -> Replies:
        """The present question again, for someone who comes back to it."""
        talk = self.sending.as_filed(talk)
        case = self.sending.settle(talk, who)
        return self._ask(self._at(talk, who), (ALREADY_SENT if case else RESUMED,), case=case)

    def hear(self, talk: Conversation, who: PersonId, said: str, asked: str = "") -> Replies:
        """Take the answer to the present question; to `asked`, if it is another, the answer came too late."""
        at = self._at(self.sending.as_filed(talk), who)
        step = at.asked(asked)
        if step is None:
            return self._late(at)
        if self.setting.forms and step.kind in (Kind.TEXT, Kind.PEOPLE):
            return self._ask(at, (welcome.USE_THE_FORM,), case=self.sending.settle(at.talk, who))
        if step.name == CODE:
            return self._confirm(at.talk, who, said)
        if at.stuck:
            return self._ask(at)
        said = at.same(step, said)
        if step.kind is Kind.TEXT and (problem := checks.problem(step.name, said, talk.touched.date())):
            turn = Turn(at.talk.answers, problems={step.name: problem})
        else:
            turn = REPORT.take(at.talk.answers, step, said, naming.reader(self.school), at.facts)
            turn = doubt.left_open(self.school, REPORT, step, talk.was.get(step.name, ()), turn, at.facts)
        return self._turned(at, turn, {step.name: (said,)}, doubt.several(self.school, step, said))

    def fill(self, talk: Conversation, who: PersonId, fields: Fields, asked: str = "") -> Replies:
        """Take a whole section as a form returned it: every good answer is kept, each other is asked again."""
        at = self._at(self.sending.as_filed(talk), who)
        if not at.shows(fields.keys()) or at.asked(asked) is None:
            return self._late(at)
        if CODE in fields:
            return self._confirm(at.talk, who, "".join(fields[CODE]))
        if at.stuck:
            return self._ask(at)
        filling = Filling(REPORT, at.facts, at.facts.offered, partial(naming.knows, self.school), talk.touched.date())
        return self._turned(at, filling.take(at.talk.answers, at.section, fields), fields, mends(fields))

    def danger(self, talk: Conversation, who: PersonId) -> Replies:
        """What to do in danger, and the present question again."""
        return (Reply(guidance.danger(self.school, self._at(talk, who).sight().barred)), *self.ask(talk, who))

    def dropped(self, talk: Conversation, who: PersonId) -> Replies:
        """What is said of a file that came unasked, and the present question again."""
        at = self._at(talk, who)
        return (Reply(guidance.no_files(self.school, at.sight().barred)), *self.ask(talk, who))

    def back(self, talk: Conversation, who: PersonId) -> Replies:
        at = self._at(self.sending.as_filed(talk), who)
        if SEND in at.talk.answers.get("send", ()):
            case = self.sending.settle(at.talk, who)
            return self._ask(at, (Say("It has been sent, so I can't go back."),), case=case)
        answers, step = REPORT.back(at.talk.answers, at.facts, self.setting.forms)
        if step is None:
            return self._ask(at, (Say("This is the first question."),))
        was = {**at.talk.was, step.name: at.talk.answers[step.name]}
        talk = replace(at.talk, answers=answers, was=was, misses=0)
        return self._kept(talk, who) or self.ask(talk, who)

    def stop(self, talk: Conversation, who: PersonId) -> Replies:
        sent = self.sending.finish(talk, who)
        self._close(talk, who)
        return (Reply(guidance.stopped(self.school, sent is not None), wipes=True),)

    def ask(self, talk: Conversation, who: PersonId, above: Parts = ()) -> Replies:
        """The present question again, with the receipt where it was sent."""
        return self._ask(self._at(talk, who), above, case=self.sending.settle(talk, who))

    def _ask(
        self, at: Present, above: Parts = (), problems: Told = NOTHING, case: Case | None = None, bare: bool = False
    ) -> Replies:
        return (Reply(at.card(above, problems, case, bare)),)

    def _late(self, at: Present) -> Replies:
        return self._ask(at, (ALREADY_DONE,), case=self.sending.settle(at.talk, at.who))

    def _turned(self, at: Present, turn: Turn, fields: Fields, mend: Answers = NO_ANSWERS) -> Replies:
        """Keep what was good of what was said, do what was wished for, and ask what is open."""
        answers, wish = wishes.all_heard(turn, at.facts)
        if wish == DELETE:
            return self.stop(at.talk, at.who)
        talk = replace(
            at.talk,
            answers=answers,
            was=taken_back(at.talk, answers, {name: mend[name] for name in turn.problems if name in mend}),
            misses=at.talk.misses + 1 if turn.problems else 0,
            everything=at.talk.everything or wish == ADD,
        )
        if wish == KEEP:
            talk = replace(talk, hidden=True, kept=True)
            return self._kept(talk, at.who) or (Reply(Card("Kept", (KEPT,)), wipes=True),)
        return self._answered(talk, at.who, turn, fields)

    def _answered(self, talk: Conversation, who: PersonId, turn: Turn, fields: Fields) -> Replies:
        """Filed before it is kept that it was sent: a report whose sending was kept is never lost with the draft."""
        case = self.sending.settle(talk, who)
        if talk.answers.get("send") == (SEND,) and case is None:  # the directory changed since the route was shown
            talk = replace(talk, answers=REPORT.forget(talk.answers, "where", self._at(talk, who).facts))
        if moved := self._kept(talk, who):
            return moved
        at = self._at(talk, who)
        sight = at.sight(case)
        helped, problems = every(turn.problems, fields, talk.misses, self.school, sight.barred)
        above = (*after(turn, sight, [step.name for step in at.steps]), *helped)
        return self._ask(at, above, problems, case, bare=bool(turn.panels) and not turn.given)

    def _kept(self, talk: Conversation, who: PersonId) -> Replies:
        """Nothing when saved; the present question when another message was quicker."""
        self.desk.receipts.expect(talk.code)  # worked out while they read and write, not while they wait for Send
        if self.talks.save(who, talk):
            return ()
        held = self.talks.load(who)
        if not isinstance(held, Conversation):
            return (Reply(MOVED_ON),)
        return self.ask(held, who, (ALREADY_DONE,))

    @cached_property
    def sending(self) -> Sending:
        return Sending(self.school, self.desk)

    def _confirm(self, talk: Conversation, who: PersonId, said: str) -> Replies:
        case = self.sending.settle(talk, who)
        if one_line(said).replace(" ", "").upper()[-LAST_FOUR:] != talk.code[-LAST_FOUR:]:
            return self._ask(self._at(talk, who), problems={CODE: NOT_THE_END}, case=case)
        self._close(talk, who)
        says = Say("Thank you. To see what has become of it, type status and have your code ready.")
        return (Reply(Card("Your report is on its way", (says,)), True),)

    def _close(self, talk: Conversation, who: PersonId) -> None:
        self.talks.close(who)
        self.desk.receipts.forget(talk.code)

    def _at(self, talk: Conversation, who: PersonId) -> Present:
        preview = partial(self.desk.preview, at=talk.touched)
        return Present(self.school, self.setting, preview, self.library, talk, who, self.desk.mark_of)
