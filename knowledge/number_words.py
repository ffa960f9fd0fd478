"""Reads a number that is written as a word: two, second, twenty-first."""

from __future__ import annotations

_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_PLACED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS_COUNTED = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TENS_PLACED = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_ONES = {word: number for words in (_COUNTED, _PLACED) for number, word in enumerate(words, 1)}
_TENS = {word: 10 * number for words in (_TENS_COUNTED, _TENS_PLACED) for number, word in enumerate(words, 2)}

# Patterns, for folded text.
CARDINAL = rf"(?:(?:{'|'.join(_TENS_COUNTED)})(?:[- ](?:{'|'.join(_COUNTED[:9])}))?|{'|'.join(_COUNTED[::-1])})"
ORDINAL = (
    rf"(?:(?:{'|'.join(_TENS_COUNTED)})[- ](?:{'|'.join(_PLACED[:9])})|{'|'.join([*_TENS_PLACED, *_PLACED[::-1]])})"
)


def in_words(text: str) -> int:
    """Up to ninety-nine; 0 for anything else."""
    tens, _, ones = text.lower().partition("-")
    if not ones:
        return _ONES.get(tens) or _TENS.get(tens, 0)
    below_ten = _ONES.get(ones, 0)
    return _TENS[tens] + below_ten if tens in _TENS and 0 < below_ten < 10 else 0
