"""Numbers and bullets, taken off as printed."""

from __future__ import annotations

import pytest

from knowledge.markers import is_bullet, readings, roman, split


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("1. Phones", "1."),
        ("1) Phones", "1)"),
        ("12. Phones", "12."),
        ("1.1 Phones", "1.1"),
        ("1.1. Phones", "1.1."),
        ("1.1.1 Phones", "1.1.1"),
        ("2.3(a) Phones", "2.3(a)"),
        ("(1) Phones", "(1)"),
        ("(a) Phones", "(a)"),
        ("a) Phones", "a)"),
        ("a. Phones", "a."),
        ("(i) Phones", "(i)"),
        ("i. Phones", "i."),
        ("iv) Phones", "iv)"),
        ("(xiv) Phones", "(xiv)"),
        ("(A) Phones", "(A)"),
        ("I. Phones", "I."),
        ("Section 1.1 Phones", "Section 1.1"),
        ("Section 2: Phones", "Section 2:"),
        ("Rule 1: Phones", "Rule 1:"),
        ("Stage 2 – Phones", "Stage 2"),
        ("(aa) Phones", "(aa)"),
        ("1A Phones", "1A"),
        ("1A. Phones", "1A."),
        ("A.1 Phones", "A.1"),
        ("A1. Phones", "A1."),
        ("C12: Phones", "C12:"),
        ("F2.1 Phones", "F2.1"),
        ("PART TWO - Phones", "PART TWO"),
        ("Stage One: Phones", "Stage One:"),
        ("Appendix A", "Appendix A"),
        ("APPENDIX B Phones", "APPENDIX B"),
        ("- Phones", "-"),
        ("* Phones", "*"),
        ("+ Phones", "+"),
        ("– Phones", "–"),
        ("• Phones", "•"),
        ("•Phones", "•"),
        ("○ Phones", "○"),
        ("o Phones", "o"),
        ("\uf0b7 Phones", "\uf0b7"),
        ("- * Phones", "- *"),
        ("- (v) Phones", "(v)"),
        ("• 3.2 Phones", "3.2"),
        ("  - Phones", "-"),
    ],
)
def test_a_marker_is_taken_off_as_printed(text: str, marker: str) -> None:
    assert split(text) == (marker, "" if text == marker else "Phones")


@pytest.mark.parametrize(
    "word",
    (
        "Personal Performance Permission Period Weekly Yearly Hourly Days Of And Or To Times Percent Organisers "
        "android office amber weekly total"
    ).split(),
)
def test_a_first_word_that_begins_like_a_unit_keeps_its_number(word: str) -> None:
    assert split(f"4.1 {word} boats are blue.") == ("4.1", f"{word} boats are blue.")


@pytest.mark.parametrize("text", ["1.5 times the fare", "2.30 PM is tea time", "3.2 per cent", "4.5 % of all boats"])
def test_a_quantity_is_no_number(text: str) -> None:
    assert split(text) == ("", text)


def test_a_number_may_touch_a_capital() -> None:
    assert split("3.Phones") == ("3.", "Phones")


@pytest.mark.parametrize(
    "text",
    [
        "Phones are kept in lockers.",
        "I am a governor.",
        "A phone is kept in a locker.",
        "e.g. a phone",
        "i.e. a phone",
        "(0117 496 0000) is the office",
        "2018 was a good year.",
        "1.5 million pupils",
        "2.30 pm is home time",
        "3G is switched off",
        "-ish is no word",
        "(s)he must sign in",
        "(mix) the colours",
        "Section 17 of the Act applies.",
        "Section 175 Education Act 2002 requires the governing body to keep pupils safe.",
        "Part of the day",
        "Appendix A contains the form.",
        "other people",
        "*",
        "",
    ],
)
def test_a_sentence_keeps_its_first_word(text: str) -> None:
    assert split(text) == ("", text)


def test_a_bullet_is_told_from_a_number() -> None:
    assert all(is_bullet(marker) for marker in ("-", "- *", "o", "\uf0b7", "•"))
    assert not any(is_bullet(marker) for marker in ("", "(a)", "1.", "o.", "Rule 1"))


def test_a_letter_that_may_be_roman_has_two_readings() -> None:
    assert [r.path for r in readings("(i)")] == [(9,), (1,)]
    assert [r.path for r in readings("(b)")] == [(2,)]
    assert [r.path for r in readings("(aa)")] == [(27,)]
    assert [r.path for r in readings("1.2.3")] == [(1, 2, 3)]


@pytest.mark.parametrize(
    ("marker", "path"),
    [
        ("First", (1,)),
        ("Stage Two", (2,)),
        ("Section Three:", (3,)),
        ("Twelfth", (12,)),
        ("Twenty-first", (21,)),
        ("ninety", (90,)),
        ("Chapter II –", (2,)),
        ("- 4 -", (4,)),
        ("③", (3,)),
        ("01.", (1,)),
    ],
)
def test_a_number_that_word_made_is_read_in_any_form(marker: str, path: tuple[int, ...]) -> None:
    assert readings(marker)[-1].path == path


@pytest.mark.parametrize("marker", ["ci.", "Twenty-twelfth", "Note:", "½", "א)", "Q1"])
def test_whatever_is_no_bullet_has_a_reading(marker: str) -> None:
    assert not is_bullet(marker)
    assert readings(marker)


def test_lists_that_look_different_are_different_lists() -> None:
    assert len({readings(marker)[0].family for marker in ("a.", "a)", "(a)", "A.", "1.", "1)", "(1)")}) == 7
    assert readings("2.")[0].family == readings("2.1")[0].family == readings("Section 2")[0].family


@pytest.mark.parametrize(("numeral", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("XL", 40), ("l", 50)])
def test_roman_numerals_are_read(numeral: str, value: int) -> None:
    assert roman(numeral) == value
