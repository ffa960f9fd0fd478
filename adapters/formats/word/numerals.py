"""Writes a number as Word's number formats do: iv, aa, 2nd, Twenty-first."""

from __future__ import annotations

from collections.abc import Callable

LARGEST_ROMAN = 32_767  # Word's own limits: beyond them it prints nothing useful either
LARGEST_LETTER = 780

_ROMAN = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
                   "m cm d cd c xc l xl x ix v iv i".split(), strict=True))  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = ". . twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_MARKS = "*†‡§"


def numeral(number: int, format: str) -> str:
    """In a format that is not known here, as a decimal number."""
    write = _FORMATS.get(format, str)
    return write(number)


def roman(number: int) -> str:
    if not 0 < number <= LARGEST_ROMAN:
        return str(number)
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written


def letter(number: int) -> str:
    """After z come aa and bb, not aa and ab."""
    if not 0 < number <= LARGEST_LETTER:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def ordinal(number: int) -> str:
    teen = abs(number) % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(abs(number) % 10, 'th')}"


def cardinal_text(number: int) -> str:
    return _words(number).capitalize() if 0 <= number < 1000 else str(number)


def ordinal_text(number: int) -> str:
    if not 0 <= number < 1000:
        return ordinal(number)
    written = _words(number)
    last = written.replace("-", " ").split()[-1]
    ordinal_of_last = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return (written[: -len(last)] + ordinal_of_last).capitalize()


def _words(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds]} hundred" + (f" {_words(rest)}" if rest else "")


def _padded(digits: int) -> Callable[[int], str]:
    return lambda number: f"{number:0{digits}d}"


def _mark(number: int) -> str:
    return _MARKS[(number - 1) % 4] * ((number - 1) // 4 + 1) if 0 < number <= 100 else str(number)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": _padded(2),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "ordinal": ordinal,
    "cardinalText": cardinal_text,
    "ordinalText": ordinal_text,
    "none": lambda _: "",
    "bullet": lambda _: "",
    "hex": lambda number: f"{number:X}",
    "chicago": _mark,
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalEnclosedCircle": _circled,
    # Word's own "custom" formats, named by the sample that the file gives of them.
    "001, 002, 003, ...": _padded(3),
    "0001, 0002, 0003, ...": _padded(4),
    "00001, 00002, 00003, ...": _padded(5),
}
