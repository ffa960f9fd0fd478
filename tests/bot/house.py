"""The whole bot without a database: the sample school, its policies, and stores held in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from adapters import directory, ingest, tables
from adapters.sample import FOLDER
from bot.asking import Filled, Incoming, Pressed, Replies, Said
from bot.assistant import Assistant
from bot.card import Card
from bot.conversation import Conversation
from bot.setting import Setting
from bot.step import Answers
from knowledge.library import Library, fit
from reports import carrying
from reports.desk import Desk
from reports.people import PersonId, School
from tests.fakes import CountedChance, MemoryCases, MemoryCourier, MemoryReceipts, MemoryTalks

TEACHER, HEAD, CHAIR = PersonId("t.teacher"), PersonId("h.head"), PersonId("c.chair")
NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
SETTING = Setting("this terminal", "Anyone who can use this computer may read this screen.", 90)


@cache
def school() -> School:
    return directory.schools(FOLDER / "school.toml")["sample"].school


@cache
def library() -> Library:
    policies = [ingest.read(file) for file in sorted((FOLDER / "policies").iterdir())]
    return Library(policies, fit(policies, tables.shipped()), tables.shipped())


FROM_A_MESSAGE = "report https://chat.example/archives/C1/p17"


@dataclass
class Bot:
    """One talk at a time; what was said last is in `replies`."""

    cases: MemoryCases = field(default_factory=MemoryCases)
    receipts: MemoryReceipts = field(default_factory=MemoryReceipts)
    talks: MemoryTalks = field(default_factory=MemoryTalks)
    courier: MemoryCourier = field(default_factory=MemoryCourier)
    now: datetime = NOW
    replies: Replies = ()
    forms: bool = False  # as on a surface that shows a whole section

    def __post_init__(self) -> None:
        self.desk = Desk(school(), self.cases, self.receipts)
        setting = replace(SETTING, forms=self.forms)
        self.assistant = Assistant(school(), setting, library(), self.desk, self.talks, CountedChance())

    def say(self, text: str, who: PersonId = TEACHER) -> Replies:
        """What is typed; or what a surface sends for somebody who reports a message."""
        verb, _, address = text.partition(" ")
        what = Pressed(verb, address) if text == FROM_A_MESSAGE else Said(text)
        self.replies = self.assistant.hear(Incoming(who, self.now, what))
        return self.replies

    def fill(self, fields: Mapping[str, tuple[str, ...]], asked: str = "", who: PersonId = TEACHER) -> Replies:
        self.replies = self.assistant.hear(Incoming(who, self.now, Filled(fields), asked))
        return self.replies

    def press(self, action: str, who: PersonId = TEACHER) -> Replies:
        self.replies = self.assistant.hear(Incoming(who, self.now, Pressed(action)))
        return self.replies

    def on(self, card: Card, what: Said | Pressed | Filled, who: PersonId = TEACHER) -> Replies:
        """What is said on a card that need not be the last: another window may show it still."""
        asked = card.asks[0].name if card.asks and not isinstance(what, Pressed) else ""
        self.replies = self.assistant.hear(Incoming(who, self.now, what, asked, of=card.of))
        return self.replies

    def carry(self) -> None:
        """Do every errand that is due."""
        while claimed := self.cases.claim(self.now, self.now + timedelta(minutes=1)):
            carrying.run(self.desk, claimed[1], self.courier, self.now)
            self.cases.done(claimed[0])

    @property
    def answers(self) -> Answers:
        talk = self.talks.load(TEACHER)
        return talk.answers if isinstance(talk, Conversation) else {}

    @property
    def asked(self) -> str:
        """The name of the question that stands last."""
        asks = self.card.asks
        return asks[0].name if asks else ""

    @property
    def card(self) -> Card:
        """The card that stands last."""
        return self.replies[-1].card
