"""Cards in a terminal: drawn plainly, word for word, and obeying nothing that stands in them."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from adapters.console import WIPE, Screen
from bot.asking import Reply
from bot.card import Ask, Button, Card, Choice, Facts, Kind, Part, Quote, Say, Secret

LONG = "The Headteacher keeps a register of every exception that was agreed. " * 20


class Live(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def drawn(*parts: Part, stream: io.StringIO | None = None, wipes: bool = False, **card: object) -> str:
    stream = stream or io.StringIO()
    Screen(stream).show((Reply(Card("A title", parts, **card), wipes),))  # type: ignore[arg-type]
    return stream.getvalue()


def test_a_card_is_its_title_and_its_words() -> None:
    assert drawn(Say("One."), Say("Two.")) == "\nA title\nOne.\nTwo.\n"


def test_a_quoted_clause_stands_on_one_line_for_a_program() -> None:
    assert f"│ {LONG.strip()}\n" in drawn(Quote(LONG, "Policy, 5(ii)"))


def test_a_quoted_clause_stands_below_its_lead_in_and_above_its_source() -> None:
    lines = drawn(Quote("accept a request.", "Policy, 5(ii)", ("Staff must not:",))).splitlines()
    places = [next(n for n, line in enumerate(lines) if words in line) for words in ("not:", "accept", "5(ii)")]
    assert places == sorted(places)


def test_choices_and_buttons_are_numbered() -> None:
    ask = Ask("q", "Which?", Kind.CHOICE, (Choice("a", "Apples"), Choice("b", "Bees")))
    assert "Which?\n  1. Apples\n  2. Bees\n" in drawn(asks=(ask,))
    assert "  1. Open\n  2. Back\n" in drawn(buttons=(Button("Open", "open:1"), Button("Back", "inbox")))


def test_a_problem_stands_above_its_question() -> None:
    told = drawn(asks=(Ask("q", "Which?"),), problems={"q": "Please type a number."})
    assert told.index("Please type a number.") < told.index("Which?")


def test_facts_stand_in_columns() -> None:
    assert "  From:       Ann\n  Reference:  C1\n" in drawn(Facts((("From", "Ann"), ("Reference", "C1"))))


@pytest.mark.parametrize("words", ["[bold]x[/bold]", "[link=http://x]y[/link]", ":smile:", "a\\[b", "<b>"])
def test_words_are_never_read_as_markup(words: str) -> None:
    assert words in drawn(Say(words))
    assert words in drawn(Quote(words, words))
    assert words in drawn(Facts((("From", words),)))


@pytest.mark.parametrize("stream", [io.StringIO, Live])
def test_a_screen_obeys_nothing_that_somebody_typed(stream: type[io.StringIO]) -> None:
    typed = "a\x1b]0;owned\x07b\x1b[2Jc\u202ed\x9b31m"
    told = drawn(Say(typed), Facts((("From", typed),)), Secret("Code", typed), Quote(typed, typed), stream=stream())
    assert not [bad for bad in ("\x1b]", "\x07", "\x1b[2J", "\u202e", "\x9b") if bad in told]


def test_what_stood_before_is_wiped_from_a_terminal_and_not_from_a_pipe() -> None:
    assert drawn(Say("x"), wipes=True, stream=Live()).startswith(WIPE)
    assert "\x1b" not in drawn(Say("x"), wipes=True)


def test_nothing_is_cut_on_a_narrow_terminal() -> None:
    stream = io.StringIO()
    Screen.on(Console(file=stream, width=40), 40).show((Reply(Card("A title", (Quote(LONG, "Policy, 5(ii)"),))),))
    told = stream.getvalue()
    assert max(map(len, told.splitlines())) <= 40
    assert " ".join(told.replace("│", " ").split()).count("exception that was agreed.") == 20
