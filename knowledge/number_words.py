"""Reads a number that is written as a word: two, second, twenty-first."""

from __future__ import annotations

_ONES = {
    word: number
    for words in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth",
    )
    for number, word in enumerate(words.split(), 1)
}
_TENS = {
    word: 10 * number
    for words in (
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    )
    for number, word in enumerate(words.split(), 2)
}


def in_words(text: str) -> int:
    """Up to ninety-nine; 0 for anything else."""
    tens, _, ones = text.lower().partition("-")
    if not ones:
        return _ONES.get(tens) or _TENS.get(tens, 0)
    below_ten = _ONES.get(ones, 0)
    return _TENS[tens] + below_ten if tens in _TENS and 0 < below_ten < 10 else 0
