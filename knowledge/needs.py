"""What a question asks for that a clause must show, or it is no answer: a number, a date, a name."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.number_words import CARDINAL, ORDINAL
from knowledge.sought import Sought

_COUNT = rf"(?:\d+|{CARDINAL}|half|dozen|hundred|thousand|no more than)"
_PLACE = rf"(?:\d+(?:st|nd|rd|th)|{ORDINAL}|last)"
_UNIT = r"(?:minute|hour|day|night|week|fortnight|month|term|half-term|year)s?\b"
_SPAN = rf"\b(?:{_COUNT}\W+(?:\w+\W+)?|(?:within|for|of|under|over|than|after|half) an? (?:\w+ )?){_UNIT}"
_DAY = r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b"
_MONTH = r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b\d+ may\b"
_CLOCK = r"\d ?[ap]\.?m\b|\b\d{1,2}[:.]\d\d\b|o'clock|\bmidday\b|\bnoon\b|\bmidnight\b"
_DATE = rf"{_DAY}|{_MONTH}|{_CLOCK}|\b{_PLACE}\W+(?:\w+\W+)?days?\b"  # what a calendar or a clock shows
_POINT = rf"{_DATE}|\b{_PLACE}\W+(?:\w+\W+)?{_UNIT}"
_DEADLINE = (
    rf"{_SPAN}|{_POINT}|annual|biennial|long time|immediate|as soon as|without delay|at once|promptly|\bshort\b"
    r"|same day|next day|end of|no later than|until|before|in advance"
)
_REGULAR = r"annual|biennial|every|each|year|month|week|daily|review|term|regular|once|twice|fortnight"
_CONDITION = (
    r"circumstance|term"
    r"|\b(?:only|where|if|when|whenever|after|before|once|until|unless|during|from|as soon as|each|every)\b"
)
# What a question asks for, pieces of which one stands in any such question, and what a clause that can answer it shows.
NEEDS = tuple(
    (Sought(asked, tells), Sought(shown))
    for asked, tells, shown in (
        (
            r"^\W*how old\b|\bwhat age\b|\bpercentage\b|"
            r"\b(minimum|maximum|max|min)\b.{0,20}\b(age|length|size|number|amount)\b",
            "how old,what age,percentage,max,min",
            rf"\b{_COUNT}\b",
        ),
        (
            r"\bhow long\b.{0,40}\b(keep|kept|keeps|hang on|hold|held|retain|retained|store|stored|last|take|valid)\b",
            "how long",
            rf"{_SPAN}|\b(permanent|indefinite|as long as|until|date of birth)",
        ),
        (
            r"\bhow long (should|do|does|will|is|are|can|must|before|until|have|after|i|we|to)\b"
            r"|\bhow (soon|quick|quickly|promptly)\b|\bby when\b|\bdeadline\b|\btime ?(limit|scale|frame)s?\b"
            r"|\b(in|within) (what|which|how much) (time|period)\b|\bhow (far|much) (ahead|in advance|notice|time)\b",
            "how long,how soon,how quick,how prompt,by when,deadline,time,period,how far,how much",
            _DEADLINE + r"|minimum",
        ),
        (
            r"\bhow much\b(?! (notice|time|warning|longer)).{0,40}\b(pay|paid|costs?|salary|wages?|money|charged?)\b",
            "how much",
            r"[£$%]|\b(pence|pounds?|per ?cent|(full|half|no|statutory|without)( \w+)? pay|unpaid|free)\b",
        ),
        (
            r"\bhow much (does|is|are|do (i|we) get|will|can i (claim|spend))\b|\bcosts?\b|\bprice\b",
            "how much,cost,price",
            r"[£$%]|\bpa(y|id)\b|cost|financial|allowance|charge|fee\b|fees\b",
        ),
        (
            r"\ballowance\b|\bpay scale\b|\bsalary\b|\bbudget\b",
            "allowance,pay scale,salary,budget",
            r"\bpa(y|id|yments?)\b|cost|financ|allowance|budget|fund|expense|reimburs|salar|contribut",
        ),
        (r"\bhow (often|frequently|regularly)\b", "how often,how freq,how regular", _REGULAR),
        (
            r"\bwhen('s| is| was| did| will)\b(?! it (ok|okay|acceptable|allowed|fine|right|appropriate|wrong))"
            r"|\b(what|which) (date|day|time|year)\b",
            "when,what date,what day,what time,what year,which date,which day,which time,which year",
            rf"\d|{_SPAN}|{_POINT}|biennial|annual|immediate|review|{_CONDITION}",
        ),
        (
            r"\bwhen\b.{0,40}\b((each|every) (day|week|month|term|year)|(get|be|am|are|is) paid)\b|\bpay ?day\b",
            "when,pay",
            rf"{_DATE}|\b(end|start|beginning|middle) of\b|monthly|weekly|termly|in arrears|in advance",
        ),
        (
            r"\bwhen('s| is| are) (the|our|my|your) next\b",
            "when",
            rf"{_DATE}|\b(20|19)\d\d\b|\b(monthly|weekly|termly)\b",
        ),
        (
            r"\bopening (hours|times?)\b|(?<!\bin )(?<!\bwithin )\bwhat time\b(?! limit)|\bstart time\b",
            "opening ,what time,start time",
            rf"{_CLOCK}|hours|time",
        ),
        (
            r"\b(phone|telephone|contact|extension|helpline|mobile) number (for|of)\b|\bhelpline number\b"
            r"|\bwhat('s| is) the (phone|telephone|number|extension|helpline)\b",
            "number,phone,extension,helpline",
            r"\d{3,}",
        ),
        (  # the word itself, not the rules for it
            r"\bwhat('?s| is| are)( (?!an? )[\w-]+){0,3} (password|passcode|pin|username"
            r"|(door|gate|access|alarm|entry|wi-?fi|copier|photocopier) code)s?\b"
            r"( (for|to|of|on|in|at|please)\b|\W*$)",
            "password,passcode, pin,username, code",
            r"\b(password|passcode|pin|username|code) ?(is|:)",
        ),
        (
            r"\b(e-?mail|web) ?address (of|for)\b|\bwhat('s| is) (the |our )?[\w']+ (e-?mail|web)( ?address)?\b",
            "mail,web",
            r"@|www\.|http",
        ),
        (  # what somebody is called
            r"\bwhat('s| is| are) (?!it\b|this\b|that\b)[\w' ]{3,50} (called|named)\W*$"
            r"|\b(what('s| is)|who('s| is)|tell me) the (sur|first )?names? of\b",
            "called,name",
            r"\b(mr|mrs|ms|miss|mx|dr|rev|sir|dame|called|named|known as)\b",
        ),
        (
            r"\b(which|what) (make|brand|model)s?\b",
            "make,brand,model",
            r"\b(make|brand|model|made by|manufactur\w+)\b",
        ),
        (
            r"\b(which|what) form\b|\bform do i\b|\bfill in\b",
            "form,fill in",
            r"\bform\b|declaration|template|proforma|online|record|log\b",
        ),
        (
            r"^\W*where(?:'s| is| are) (?:the|our)\b",
            "where",
            r"\b(?:in|at|on|near|beside|behind|outside|inside|opposite|under|above|between|next to|kept|stored)\b",
        ),
        (  # whether, or by whom, something is paid
            r"\bwho (pays|foots|is paying)\b|\bwho (will|would|should|has to) pay\b|\bcompensation\b"
            r"|\b(do|does|will|would|can|should|must) "
            r"(i|we|you|they|staff|the (school|academy|trust|governors|council)) "
            r"(get |be |have to )?(paid|pay|reimbursed|compensated)\b(?! attention)",
            "pay,paid,paying,foots,reimbursed,compensat",
            r"[£$%]|\bpa(y|id|ys|ying|yments?|yable)\b|cost|financ|\bfund|expense|reimburs|refund|repa(y|id)|salar|compensat"
            r"|charge|\bfees?\b|money|\bclaim|wage|budget|\bfree\b|insur|remunerat|allowance|unpaid|purchase|meets the",
        ),
    )
)
_YEARS_AND_PHONES = Sought(r"\b(19|20)\d\d\b|\(?0\d{2,4}[\d) ]{5,}")
_WHETHER = frozenset({len(NEEDS) - 1})  # of NEEDS: that a clause speaks of it makes it no likelier
_NUMBER_WANTED = frozenset({0, 1, 2})  # of NEEDS: a year or a phone number is no such number

_NO_THING = (
    r"an?|per|in|each|every|last|this|next|we|i|you|do|does|did|can|must|should|will|may|are|is|was|were|have|has|had"
)
_HOW_MANY = Sought(rf"\bhow many((?: (?!(?:{_NO_THING})\b)[a-z'-]+){{0,4}})", "how many")
_NO_COUNT = Sought(rf"£ ?\d[\d.,]*|\d+ ?%|{_CLOCK}|{_SPAN}|\b{_PLACE}\W+{_UNIT}")
_IS_COUNT = Sought(rf"\b{_COUNT}\b|\b(?:once|twice)\b")
_IS_SPAN = Sought(_SPAN)
_IS_UNIT = Sought(rf"\b{_UNIT}")


@dataclass(frozen=True)
class Wanted:
    """The kinds of fact that a question asks for."""

    rows: tuple[int, ...]  # of NEEDS
    counts: frozenset[bool]  # how many are wanted: of times such as days, or of things


def wanted(question: str) -> Wanted:
    asked = question.casefold()
    rows = tuple(at for at, (said, _) in enumerate(NEEDS) if said.search(asked))
    return Wanted(rows, frozenset(bool(_IS_UNIT.search(thing)) for thing in _HOW_MANY.findall(asked)))


def lacks(facts: Wanted, clause: str) -> bool:
    """Whether a kind of fact is asked for that the clause plainly does not show."""
    return not all(_shown(facts, clause))


def shows(facts: Wanted, clause: str) -> bool:
    """Whether a kind of fact is asked for, and the clause shows it."""
    shown = _shown(Wanted(tuple(at for at in facts.rows if at not in _WHETHER), facts.counts), clause)
    return bool(shown) and all(shown)


def _shown(facts: Wanted, clause: str) -> list[bool]:
    if not facts.rows and not facts.counts:
        return []
    text = clause.casefold()
    bare = _YEARS_AND_PHONES.sub(" ", text)
    needed = [bool(NEEDS[at][1].search(bare if at in _NUMBER_WANTED else text)) for at in facts.rows]
    return [*needed, *(_counts(times, bare) for times in facts.counts)]


def _counts(times: bool, text: str) -> bool:
    """Whether a number counts what is asked for: `times` such as days, or things. "Three months" counts no letters."""
    if times:
        return bool(_IS_SPAN.search(text) or (_IS_COUNT.search(text) and _IS_UNIT.search(text)))
    return bool(_IS_COUNT.search(_NO_COUNT.sub(" ", text)))
