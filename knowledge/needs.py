"""What a question asks for that a clause must show, or it is no answer: a number, a date, a name."""

from __future__ import annotations

import re

_COUNT = r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|half|no more than)"
_SPAN = rf"\b{_COUNT}\W+(working |school |calendar )?(minute|hour|day|week|month|term|year|night)s?\b"
# What a question asks for, and what a clause that can answer it must show.
NEEDS = tuple(
    (re.compile(asked), re.compile(shown))
    for asked, shown in (
        (
            r"\bhow many\b|^\W*how old\b|\bwhat age\b|\bpercentage\b|\b(minimum|maximum) (age|length|size|number)\b",
            rf"\b{_COUNT}\b",
        ),
        (
            r"\bhow long\b.{0,40}\b(keep|kept|keeps|hang on|hold|held|retain|retained|store|stored|last|take|valid)\b",
            _SPAN + r"|\b(permanent|indefinite|as long as|until|date of birth)",
        ),
        (
            r"\bhow long (should|do|does|will|is|are|can|must|before|until|have|after|i|we|to)\b|\bhow (soon|quickly)\b"
            r"|\bby when\b|\bdeadline\b|\bhow (far|much) (in advance|notice|time)\b",
            _SPAN
            + r"|annual|biennial|long time|immediate|as soon as|without delay|promptly|minimum|short|same day|end of",
        ),
        (
            r"\bhow much (does|is|are|do (i|we) get|will|money|can i (claim|spend)|pay)\b|\bcosts?\b|\ballowance\b"
            r"|\bpay scale\b|\bsalary\b|\bprice\b|\bbudget\b",
            r"[£$%]|\bpa(y|id)\b|cost|financial|allowance|charge|fee\b|fees\b",
        ),
        (
            r"\bhow (often|frequently|regularly)\b",
            r"annual|biennial|every|each|year|month|week|daily|review|term|regular|once|twice",
        ),
        (
            r"\bwhen('s| is| was| did| will)\b(?! it (ok|okay|acceptable|allowed|fine|right|appropriate|wrong))"
            r"|\b(what|which) (date|day|time|year)\b",
            r"\d|biennial|annual|immediate|review|circumstance|\bonly\b|\bwhere\b|\bif\b|\bwhen\b|\bafter\b|\bbefore\b|\bonce\b|term",
        ),
        (
            r"\bopening (hours|times?)\b|\bwhat time\b|\bstart time\b",
            r"\d ?[ap]\.?m\b|\d[:.]\d\d|o'clock|midday|noon|hours|time",
        ),
        (
            r"\b(phone|telephone|contact|extension|helpline|mobile) number (for|of)\b|\bhelpline number\b"
            r"|\bwhat('s| is) the (phone|telephone|number|extension|helpline)\b",
            r"\d{3,}",
        ),
        (r"\b(e-?mail|web) ?address (of|for)\b", r"@|www\.|http"),
        (
            r"\b(which|what) form\b|\bform do i\b|\bfill in\b",
            r"\bform\b|declaration|template|proforma|online|record|log\b",
        ),
    )
)
_YEARS_AND_PHONES = re.compile(r"\b(19|20)\d\d\b|\(?0\d{2,4}[\d) ]{5,}")
_NUMBER_WANTED = frozenset({0, 1, 2})  # of NEEDS: a year or a phone number is no such number


def lacks(question: str, clause: str) -> bool:
    """Whether the question asks for a kind of fact that the clause plainly does not show."""
    return not all(_shown(question, clause))


def shows(question: str, clause: str) -> bool:
    """Whether the question asks for a kind of fact, and the clause shows it."""
    shown = _shown(question, clause)
    return bool(shown) and all(shown)


def _shown(question: str, clause: str) -> list[bool]:
    asked, text = question.casefold(), clause.casefold()
    bare = _YEARS_AND_PHONES.sub(" ", text)
    return [
        bool(shown.search(bare if at in _NUMBER_WANTED else text))
        for at, (wanted, shown) in enumerate(NEEDS)
        if wanted.search(asked)
    ]
