"""What anyone could write on a card, what it says word for word, and which cards may be messages."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as some

from adapters.doors.text import whole
from bot.card import Also, Card, Facts, Part, Quote, Say, Secret
from bot.openly import may_be_kept
from tests.gallery.cards import HOSTILE, every

TEXTS = some.text(max_size=9_000) | some.sampled_from([HOSTILE, "", "\u0000", "x" * 70_000, "\ud83d", "\n" * 5_000])
PARTS = some.one_of(
    some.builds(Say, TEXTS),
    some.builds(Quote, TEXTS, TEXTS, some.lists(TEXTS, max_size=2).map(tuple), TEXTS, some.lists(TEXTS).map(tuple)),
    some.builds(Facts, some.lists(some.tuples(TEXTS, TEXTS), max_size=4).map(tuple)),
    some.builds(Secret, TEXTS, TEXTS),
)
CARDS = some.builds(Card, TEXTS, some.lists(PARTS, max_size=5).map(tuple))


def for_messages() -> list[Card]:
    """Those that ask nothing and tell nothing of a report."""
    return [card for card in every() if may_be_kept(card)]


def words(part: Part) -> Iterator[str]:
    """Everything it says, in order."""
    match part:
        case Say(text=text):
            yield text
        case Quote(text=text, lead_ins=lead_ins, source=source, notes=notes):
            yield from (whole(text, lead_ins), source, *notes)
        case Also(quotes=quotes):
            for quote in quotes:
                yield from words(quote)
        case Facts(rows=rows):
            for row in rows:
                yield from row
        case Secret(label=label, text=text):
            yield from (label, text)
