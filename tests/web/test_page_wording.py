"""What the desk's own pages and letters say: plain, kind and short, and nothing that must never be said."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from adapters.stores.desk_authenticators import Tried
from adapters.web.desk import letters, pages
from adapters.web.desk.screens import PRINT_IT
from adapters.web.edge import SAID, WRONG
from adapters.web.forms import Seal
from adapters.web.house import THE_DESK_SEEN
from tests.bot.test_wording import NEVER, OLDEST, reading_age
from tests.web.visiting import Seen

SEAL = Seal(b"x")
HELD = pages.wrong(Tried(False, datetime(2026, 11, 20, 10, tzinfo=UTC)), UTC)
PAGES = (
    pages.ask_for_link(),
    pages.link_asked_for(),
    pages.use_link("x", enrolling=False),
    pages.use_link("x", enrolling=True),
    pages.link_over(),
    pages.ask_for_code(SEAL, pages.WRONG),
    pages.ask_for_code(SEAL, HELD),
    pages.set_up(SEAL, "JBSWY3DP" * 4, "A School"),
    pages.is_set_up(),
    pages.signed_out(),
    pages.home(),
)
LETTERS = (letters.link("https://candour.school.example", 15).body, letters.enrolled().body)
SENTENCES = (*(sentence for _, sentence in (*SAID.values(), WRONG)), PRINT_IT, THE_DESK_SEEN)
LONGEST = 2  # sentences in one paragraph


def paragraphs(page: str) -> list[str]:
    return [Seen.of(found).words for found in re.findall(r"<p[ >].*?</p>", page)]


def everything() -> list[str]:
    return [*(Seen.of(page).words for page in PAGES), *LETTERS, *SENTENCES]


@pytest.mark.parametrize("words", NEVER)
def test_what_must_never_be_said_is_nowhere(words: str) -> None:
    assert not [text for text in everything() if re.search(words, text)]


def test_no_paragraph_is_longer_than_two_sentences() -> None:
    said = [*(text for page in PAGES for text in paragraphs(page)), *SENTENCES]
    said += [part for letter in LETTERS for part in letter.split("\n\n")]
    assert not [text for text in said if len(re.findall(r"[.?](?:\s|$)", text)) > LONGEST]


def test_every_paragraph_of_20_words_or_more_is_read_at_eleven() -> None:
    said = [*(text for page in PAGES for text in paragraphs(page)), *SENTENCES, *LETTERS]
    long = {text: round(reading_age(text), 1) for text in said if len(text.split()) >= 20}
    assert not {text: age for text, age in long.items() if age > OLDEST}
    assert len(long) >= 3


def test_every_page_is_whole_and_has_one_first_heading() -> None:
    for page in PAGES:
        seen = Seen.of(page)
        assert seen.whole
        assert len(seen.all("h1")) == 1
