"""Makes clauses and questions of any number, always the same ones: real words, as seldom and as often as in English."""

from __future__ import annotations

import random
from itertools import accumulate

from adapters.tables import ENGLISH, lines
from knowledge.words import is_content

WORDS = 20_000
SHORTEST, LONGEST = 12, 60  # words in a clause; half of the real ones have 24 to 55
ASKED = 6  # words in a question
SEED = 1


def vocabulary() -> list[str]:
    """The commonest first: the nth is drawn one nth as often as the first (Zipf's law)."""
    rows = [line.split()[1:] for line in lines(ENGLISH) if not line.startswith("#")]
    return [word for row in rows for word in row if word.isalpha()][:WORDS]


def clauses(count: int) -> list[str]:
    return _texts(vocabulary(), count, SEED, SHORTEST, LONGEST)


def questions(count: int) -> list[str]:
    """Without stop words, which every engine would drop."""
    return _texts([word for word in vocabulary() if is_content(word)], count, SEED + 1, ASKED, ASKED)


def _texts(words: list[str], count: int, seed: int, shortest: int, longest: int) -> list[str]:
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    drawn = random.Random(seed)  # noqa: S311 - nobody is to be surprised by it
    return [
        " ".join(drawn.choices(words, cum_weights=weights, k=drawn.randint(shortest, longest))) for _ in range(count)
    ]
