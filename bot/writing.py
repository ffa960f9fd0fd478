"""Takes what someone writes about a case, question by question, and hands it on once it is to be sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from bot import checks, cover, guidance, naming, urgent, welcome
from bot.asking import Replies, Reply
from bot.card import Card, Choice, Kind, Part, Say
from bot.commands import Command
from bot.conversation import Conversation, Conversations
from bot.filling import Fields, Filling
from bot.flow import Facts, Flow
from bot.misheard import misheard
from bot.report_choices import SEND
from bot.step import Answers, Step
from bot.writing_forms import CHANGE, DELETE, EVERY, WORDS
from reports.people import PersonId, School

HINTS = ("back", "stop", "help")
FIRST = Say("This is the first question.")
IN_WRITING = Say("Type back for the question before, or stop to delete what you wrote.")
ALREADY_DONE = Say("Already done.")


class Side(Protocol):
    """Whose writing it is: what they are shown and may choose, and what comes of it."""

    def facts(self, talk: Conversation, who: PersonId) -> Facts: ...

    def offered(self, talk: Conversation, who: PersonId) -> tuple[Choice, ...]: ...

    def above(self, panel: str, talk: Conversation, who: PersonId) -> Sequence[Part]: ...

    def barred(self, talk: Conversation, who: PersonId) -> frozenset[PersonId]:
        """Everyone with a part in it: no guidance sends anyone to them."""

    def sent(self, talk: Conversation, who: PersonId) -> Replies: ...

    def left(self, talk: Conversation, who: PersonId) -> Replies:
        """Nothing was sent, and what was written is deleted."""


@dataclass(frozen=True)
class Writing:
    school: School
    talks: Conversations
    side: Side
    forms: bool = False  # words are taken in a form, never in a message

    def hear(self, heard: Command | None, said: str, talk: Conversation, who: PersonId, asked: str) -> Replies:
        match heard:
            case Command.DANGER:
                return (Reply(guidance.danger(self.school, self.side.barred(talk, who))), *self.ask(talk, who))
            case Command.STOP:
                return self.side.left(talk, who)
            case Command.HIDE:
                self.talks.close(who)
                return (Reply(cover.tip(talk.touched.date()), wipes=True),)
            case Command.BACK:
                return self._back(talk, who)
            case None:
                return self._take(said, talk, who, asked)
        return self.ask(talk, who, (IN_WRITING,))

    def ask(self, talk: Conversation, who: PersonId, above: Sequence[Part] = (), problem: str = "") -> Replies:
        flow = EVERY[talk.flow]
        found = flow.asking(talk.answers, self.side.facts(talk, who))
        if found is None:
            return self.side.sent(talk, who)
        section, step = found
        panel = self.side.above(step.panel, talk, who) if step.panel else ()
        shown = replace(step, choices=self._choices(step, talk, who))
        problems = {step.name: problem} if problem else {}
        parts = (*above, *(part for part in panel if part not in above))
        card = Card(section.title, parts, (shown,), problems=problems, hints=HINTS, of=talk.id)
        return (Reply(card, True),)

    def _take(self, said: str, talk: Conversation, who: PersonId, asked: str) -> Replies:
        flow, facts = EVERY[talk.flow], self.side.facts(talk, who)
        found = flow.asking(talk.answers, facts)
        if found is None:
            return self.side.sent(talk, who)
        step = replace(found[1], choices=self._choices(found[1], talk, who))
        if asked and asked != step.name:
            return self.ask(talk, who, (ALREADY_DONE,))
        if self.forms and step.kind in (Kind.TEXT, Kind.PEOPLE):
            return self.ask(talk, who, (welcome.USE_THE_FORM,))
        problem = checks.problem(step.name, said, talk.touched.date()) if step.kind is Kind.TEXT else ""
        turn = None if problem else flow.take(talk.answers, step, said, naming.reader(self.school), facts)
        if turn is None or turn.problem:
            return self._missed(talk, who, step, said, turn.problem if turn else problem)
        return self._answered(replace(talk, answers=turn.answers, misses=0), who, step, flow)

    def fill(self, fields: Fields, talk: Conversation, who: PersonId, asked: str) -> Replies:
        """The same from a form, which holds the one question that is open."""
        flow, facts = EVERY[talk.flow], self.side.facts(talk, who)
        found = flow.asking(talk.answers, facts)
        if found is None:
            return self.side.sent(talk, who)
        section, step = found
        if fields.keys() != {step.name} or asked not in ("", step.name):
            return self.ask(talk, who, (ALREADY_DONE,))
        offered = partial(self._offered, talk, who)
        filling = Filling(flow, facts, offered, partial(naming.knows, self.school), talk.touched.date())
        turn = filling.take(talk.answers, section, fields)
        if turn.problem:
            return self._missed(talk, who, step, " ".join(fields[step.name]), turn.problem)
        return self._answered(replace(talk, answers=turn.answers, misses=0), who, step, flow)

    def _answered(self, talk: Conversation, who: PersonId, step: Step, flow: Flow) -> Replies:
        wish = talk.answers.get(step.name, ("",))[0]
        if step.name == "send" and wish == DELETE:
            return self.side.left(talk, who)
        if step.name == "send" and wish == SEND:
            return self.side.sent(talk, who)
        if step.name in ("send", "identity") and wish == CHANGE:
            talk = replace(talk, answers=self._rewritten(talk, who, flow))
        words = talk.answers.get(step.name, ("",))[0] if step.name in WORDS else ""
        return self._kept(talk, who) or self.ask(talk, who, self._care(words, talk, who))

    def _rewritten(self, talk: Conversation, who: PersonId, flow: Flow) -> dict[str, tuple[str, ...]]:
        answers = {name: values for name, values in talk.answers.items() if name != "send"}
        for name in WORDS:
            answers = dict(flow.forget(answers, name, self.side.facts(talk, who)))
        return answers

    def _care(self, words: str, talk: Conversation, who: PersonId) -> tuple[Part, ...]:
        """Danger and harm come before anything else that is said."""
        barred = self.side.barred(talk, who) if words else frozenset()
        return urgent.parts(words, self.school, barred) if words else ()

    def _back(self, talk: Conversation, who: PersonId) -> Replies:
        answers, step = EVERY[talk.flow].back(talk.answers, self.side.facts(talk, who))
        if step is None:
            return self.ask(talk, who, (FIRST,))
        talk = replace(talk, answers=answers, misses=0)
        return self._kept(talk, who) or self.ask(talk, who)

    def _missed(self, talk: Conversation, who: PersonId, step: Step, said: str, problem: str) -> Replies:
        talk = replace(talk, misses=talk.misses + 1)
        if moved := self._kept(talk, who):
            return moved
        above, told = misheard(step, said, problem, talk.misses, self.school, self.side.barred(talk, who))
        return self.ask(talk, who, above, told)

    def _kept(self, talk: Conversation, who: PersonId) -> Replies:
        """Nothing when saved; the present question when another message was quicker."""
        if self.talks.save(who, talk):
            return ()
        held = self.talks.load(who)
        if not isinstance(held, Conversation) or held.flow != talk.flow:
            return (Reply(Card("Already done", (Say("This has moved on."),))),)
        return self.ask(held, who, (ALREADY_DONE,))

    def _offered(self, talk: Conversation, who: PersonId, step: Step, _: Answers) -> tuple[Choice, ...]:
        return self._choices(step, talk, who)

    def _choices(self, step: Step, talk: Conversation, who: PersonId) -> tuple[Choice, ...]:
        return (*step.choices, *self.side.offered(talk, who)) if step.offers else step.choices
