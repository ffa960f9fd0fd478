"""Reports dealt with from first word to last, on both sides, for tests of everything that is then shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.asking import Replies
from bot.card import Card
from reports.people import PersonId
from reports.report import CaseId
from tests.bot.house import CHAIR, HEAD, TEACHER, Bot

DEPUTY, DSL, COLLEAGUE = PersonId("d.deputy"), PersonId("s.dsl"), PersonId("c.colleague")
ABOUT_A_COLLEAGUE = ("no", "start", "bullying or unkind messages online", "a colleague", "Callum", "none of them", "1")
WORRIED = ("no", "start", "i'm worried about a child", "a pupil", "1")
REASON = "It would tell you about someone else."


class Dealt(Bot):
    """Shows what anyone is shown, and remembers all of it."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.seen: list[Card] = []

    def say(self, text: str, who: PersonId = TEACHER) -> Replies:
        return self._noted(super().say(text, who))

    def press(self, action: str, who: PersonId = TEACHER) -> Replies:
        return self._noted(super().press(action, who))

    def tell(self, who: PersonId, *lines: str) -> Replies:
        for line in lines:
            self.say(line, who)
        return self.replies

    def button(self, label: str, who: PersonId) -> Replies:
        """Press what stands on the screen last."""
        (action,) = (button.action for button in self.card.buttons if button.label == label)
        return self.press(action, who)

    def report(self, hidden: bool = False, way: tuple[str, ...] = ABOUT_A_COLLEAGUE) -> CaseId:
        self.tell(TEACHER, "stop", "report", *way)
        self.tell(TEACHER, "2" if hidden else "1", "He wrote about me.")
        if self.asked == "more":
            self.say("1")
        self.say("send")
        self.say(self.code[-4:])
        self.carry()
        return self.receipts.kept[self.code]

    def follow(self, who: PersonId = TEACHER) -> Replies:
        return self.tell(who, "stop", "status", self.code)

    @property
    def card(self) -> Card:
        return self.replies[-1].card

    @property
    def code(self) -> str:
        """Of the report that was sent last."""
        return next(reversed(self.receipts.kept))

    def _noted(self, replies: Replies) -> Replies:
        self.seen.extend(reply.card for reply in replies)
        return replies


def whole_lives() -> Iterator[Card]:
    """Every screen of both sides that a report comes to after it was sent."""
    for hidden in (True, False):
        yield from _acknowledged_and_closed(hidden)
    yield from _passed_on_and_run_out()
    yield from _withdrawn()


def _acknowledged_and_closed(hidden: bool) -> Iterator[Card]:
    bot = Dealt()
    id = bot.report(hidden)
    for verb in ("gate", "conflict", "open", "close", "ack", "open"):
        bot.press(f"{verb}:{id}", HEAD)
    bot.press(f"ask:{id}", HEAD)
    bot.tell(HEAD, "help", "999", "back", "When?", "nonsense words", "1")
    bot.press(f"note:{id}", HEAD)
    bot.tell(HEAD, "I spoke to him.", "1")
    bot.follow()
    bot.button("Answer the question", TEACHER)
    bot.tell(TEACHER, "As the only Year 2 teacher I saw Daniel Okonjo there.", "2", *("1" * (1 + hidden)))
    bot.button("Add something", TEACHER)
    bot.tell(TEACHER, "Someone shared a naked photo and I can't go on.", "stop")
    if hidden:
        bot.button("Put my name to it", TEACHER)
        bot.press("sign-now", TEACHER)
    bot.button("Withdraw it", TEACHER)
    bot.press("withdraw-now", TEACHER)
    bot.press(f"open:{id}", HEAD)
    bot.now += timedelta(days=100)
    bot.follow()
    bot.press(f"close:{id}", HEAD)
    bot.tell(HEAD, *(("1", "We have spoken to everyone.", "1") if hidden else ("2", REASON, "1")))
    for verb in ("gate", "open"):
        bot.press(f"{verb}:{id}", HEAD)
    bot.say("inbox", HEAD)
    bot.button("Someone asks to see their data", HEAD)
    bot.tell(HEAD, "help", "Nobody of that name", "Callum")
    bot.button("Show the draft about Callum Redgrave-Iyer", HEAD)
    bot.press("drafted:v.vice", HEAD)
    bot.press("draft", HEAD)
    bot.say("1", HEAD)
    bot.follow()
    bot.press("fair:unsaid" if hidden else "fair:no", TEACHER)
    yield from bot.seen


def _passed_on_and_run_out() -> Iterator[Card]:
    bot = Dealt()
    id = bot.report()
    bot.press(f"hand:{id}", HEAD)
    bot.tell(HEAD, "someone", "1", "1")
    bot.carry()
    bot.press(f"pass:{id}", DEPUTY)
    for _ in range(4):
        bot.now += timedelta(days=9)
        bot.carry()
    bot.follow()
    bot.press("nobody", TEACHER)
    bot.press("done", TEACHER)
    bot.press("add", TEACHER)
    bot.press(f"gate:{id}", CHAIR)
    yield from bot.seen


def _withdrawn() -> Iterator[Card]:
    bot = Dealt()
    for way in (ABOUT_A_COLLEAGUE, WORRIED):
        bot.report(way=way)
        bot.follow()
        bot.press("withdraw", TEACHER)
        bot.press("withdraw-now", TEACHER)
    yield from bot.seen
