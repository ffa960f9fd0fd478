"""What a recipient writes about a case: a question, what they did, whom to hand it to, and how it was closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import care, telling
from bot.asking import Chance, Replies, Reply
from bot.card import Button, Card, Choice, Part, Say
from bot.case_card import LIST
from bot.conversation import Conversation, Conversations
from bot.flow import Facts, no_facts
from bot.receiving import NOT_HERE
from bot.report_choices import YES
from bot.setting import Setting
from bot.writing import Writing
from bot.writing_forms import BY_RECIPIENT, CLOSE, HANDING
from reports.access import barred_today
from reports.case import Case
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import CaseId

NOT_YET = "Please acknowledge it first. Then you can close it."
NOBODY = Card("Hand it over", (Say("There is nobody else here that I could hand it to."),), buttons=(LIST,))
HANDED = Card("Handed over", (Say("It is with them now, and you won't see it again."),), buttons=(LIST,))
DONE = {
    "ask": "I've sent your question. I tell you when there is an answer.",
    "note": "I've kept it with the report. The person who reported it doesn't see it.",
    "close": "It is closed. The person who reported it can read what you wrote.",
}
DON_T_UNMASK = "Please ask nothing that would show who they are. They see that they don't have to answer."
THEY_SEE = "They see that they don't have to answer."


@dataclass(frozen=True)
class Dealing:
    school: School
    setting: Setting
    desk: Desk
    talks: Conversations
    chance: Chance

    @property
    def writing(self) -> Writing:
        return Writing(self.school, self.talks, self, self.setting.forms)

    def begin(self, verb: str, id: CaseId, who: PersonId, now: datetime) -> Replies:
        """Only for whoever may do it now: to everyone else it was never here."""
        case = self.desk.seen(id, who)
        if case is None or who not in case.in_charge:
            return (Reply(NOT_HERE),)
        if verb == CLOSE.name and not case.acknowledged:
            return (Reply(Card("Not yet", (Say(NOT_YET),), buttons=(_back_to(case), LIST))),)
        if verb == HANDING.name and not self.desk.eligible(id, who, now):
            return (Reply(NOBODY),)
        talk = Conversation(self.chance.case_id(), verb, {}, now, about=id)
        self.talks.close(who)
        self.talks.save(who, talk)
        held = self.talks.load(who)
        return self.writing.ask(held if isinstance(held, Conversation) else talk, who)

    def facts(self, talk: Conversation, who: PersonId) -> Facts:  # noqa: ARG002 - as every side is asked
        return no_facts

    def offered(self, talk: Conversation, who: PersonId) -> tuple[Choice, ...]:
        able = self.desk.eligible(CaseId(talk.about), who, talk.touched)
        return tuple(Choice(person.id, telling.name(person.id, self.school)) for person in able)

    def above(self, panel: str, talk: Conversation, who: PersonId) -> Sequence[Part]:
        case = self.desk.seen(CaseId(talk.about), who)
        if case is None:
            return ()
        match panel:
            case "asking":
                return (Say(DON_T_UNMASK if case.anonymous else THEY_SEE),)
            case "noting":
                return (Say("This stays with the report, locked. It is not the school's own record."),)
            case "handing":
                return (Say("Only people who may deal with it are listed. You won't see it again."),)
            case "handed":
                return (Say(f"It will go to {telling.name(PersonId(talk.answers['to'][0]), self.school)}."),)
            case "closing":
                return (Say("Say only what they may know. Leave out anything private about other people."),)
        return tuple(Say(f"You wrote: {words}") for words in _written(talk))

    def barred(self, talk: Conversation, who: PersonId) -> frozenset[PersonId]:
        case = self.desk.seen(CaseId(talk.about), who)
        return barred_today(case, self.school) if case else frozenset()

    def sent(self, talk: Conversation, who: PersonId) -> Replies:
        """Done before the draft of it is destroyed: what can't be kept just now is still there to be sent again."""
        if talk.flow == HANDING.name:
            handed = self.desk.hand_over(CaseId(talk.about), who, PersonId(talk.answers["to"][0]), talk.touched)
            self.talks.close(who)
            return (Reply(HANDED if handed else NOT_HERE, True),)
        case = self._done(talk, who)
        self.talks.close(who)
        if case is None or talk.id not in case.kept:
            return (Reply(NOT_HERE, True),)
        record = care.after_acknowledging(case, self.setting)[:1] if talk.flow == CLOSE.name else ()
        card = Card("Done", (Say(DONE[talk.flow]), *record), buttons=(_back_to(case), LIST))
        return (Reply(card, True),)

    def left(self, talk: Conversation, who: PersonId) -> Replies:
        self.talks.close(who)
        case = self.desk.seen(CaseId(talk.about), who)
        buttons = (_back_to(case), LIST) if case else (LIST,)
        return (
            Reply(Card("Stopped", (Say("I've deleted what you wrote. Nothing was sent."),), buttons=buttons), True),
        )

    def _done(self, talk: Conversation, who: PersonId) -> Case | None:
        id, text, now = CaseId(talk.about), "\n".join(_written(talk)), talk.touched
        match talk.flow:
            case "ask":
                return self.desk.ask(id, who, talk.id, text, now)
            case "note":
                return self.desk.note(id, who, talk.id, text, now)
        return self.desk.close(id, who, talk.id, text, talk.answers["told"] == (YES,), now)


def _written(talk: Conversation) -> tuple[str, ...]:
    return talk.answers.get("words", ()) or talk.answers.get("because", ())


def _back_to(case: Case) -> Button:
    return Button("Back to the report", f"open:{case.id}")


VERBS = frozenset(BY_RECIPIENT)
