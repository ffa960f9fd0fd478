"""For a recipient who must answer a request to see one's data: a draft of what the reports that they have hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot import telling
from bot.asking import Chance, Replies, Reply
from bot.card import Button, Card, Choice, Facts, Part, Say
from bot.case_card import LIST
from bot.conversation import Conversation, Conversations
from bot.flow import Facts as Answered
from bot.flow import no_facts
from bot.receiving import ALONE, NOT_HERE
from bot.setting import Setting
from bot.writing import Writing
from bot.writing_forms import DRAFT
from reports.desk import ACCOUNT, Desk
from reports.people import PersonId, School
from reports.redaction import Extract

BEGIN, SHOW = "draft", "drafted"
ASKED = Say("If someone asks the school what it holds about them, I can look through the reports that you have.")
HEADS = Say("Say nothing to them of any report yet. Your data protection officer helps you to decide.")
NOT_READY = Say(
    "This is a draft for you alone. I took out the names of people that I know. Read every word, and take out pupils, "
    "others, and what shows who wrote it. Then decide with your data protection officer what to give."
)
NOTHING = Say("Nothing in the reports that you have names them.")
SENT_BY_THEM, NAMED = "sent by them, under their name", "they are named in it"


@dataclass(frozen=True)
class Drafting:
    school: School
    setting: Setting
    desk: Desk
    talks: Conversations
    chance: Chance

    @property
    def writing(self) -> Writing:
        return Writing(self.school, self.talks, self, self.setting.forms)

    def begin(self, who: PersonId, now: datetime) -> Replies:
        if not self.desk.waiting_for(who):
            return (Reply(NOT_HERE),)
        self.talks.close(who)
        talk = Conversation(self.chance.case_id(), DRAFT.name, {}, now)
        self.talks.save(who, talk)
        held = self.talks.load(who)
        return self.writing.ask(held if isinstance(held, Conversation) else talk, who)

    def show(self, given: str, who: PersonId, now: datetime) -> Replies:
        """Each of these reports counts as read, and that a draft was made is recorded."""
        person = self.school.person(PersonId(given))
        if person is None or not self.desk.waiting_for(who):
            return (Reply(NOT_HERE),)
        found = self.desk.extracts(who, person.id, now)
        parts: tuple[Part, ...] = (NOT_READY, *map(self._drawn, found)) if found else (NOTHING,)
        return (Reply(Card(f"{person.name}: a draft", parts, buttons=(LIST,)), True),)

    def facts(self, talk: Conversation, who: PersonId) -> Answered:  # noqa: ARG002 - as every side is asked
        return no_facts

    def offered(self, talk: Conversation, who: PersonId) -> tuple[Choice, ...]:  # noqa: ARG002 - as every side is asked
        return ()

    def above(self, panel: str, talk: Conversation, who: PersonId) -> Sequence[Part]:  # noqa: ARG002 - as every side
        return (ASKED, HEADS)

    def barred(self, talk: Conversation, who: PersonId) -> frozenset[PersonId]:  # noqa: ARG002 - as every side is asked
        return frozenset()

    def sent(self, talk: Conversation, who: PersonId) -> Replies:
        """Nothing is read before they say that they are alone."""
        self.talks.close(who)
        people = tuple(filter(None, (self.school.person(PersonId(id)) for id in talk.answers["whose"])))
        if not people:
            return self.left(talk, who)
        buttons = tuple(Button(f"Show the draft about {person.name}", f"{SHOW}:{person.id}") for person in people)
        return (Reply(Card("Before you read", (Say(ALONE),), buttons=(*buttons, LIST)), True),)

    def left(self, talk: Conversation, who: PersonId) -> Replies:  # noqa: ARG002 - as every side is asked
        self.talks.close(who)
        return (Reply(Card("Stopped", (Say("Nothing was looked at."),), buttons=(LIST,)), True),)

    def _drawn(self, found: Extract) -> Facts:
        how = SENT_BY_THEM if found.reported else NAMED
        return Facts((("Report", f"{found.case}: {how}"), *labelled(found)))


def labelled(found: Extract) -> Iterator[tuple[str, str]]:
    """Each of its words, under what they are."""
    for name, text in found.words.items():
        yield "What happened" if name == ACCOUNT else telling.WORD_LABELS.get(name, "Added"), text
