"""Recognises the lines in which a policy speaks of itself: who approved it, when it is reviewed, who wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge import dates
from knowledge.sentences import sentences

LONGEST_LINE = 14  # words in a line such as "Approved by: ..."
LONGEST_SENTENCE = 30  # words in "This policy was approved by ... on 3 May 2022."
MOST_LETTERS = 400  # of such a line: thirty words may be as long as a book

_DOCUMENT = r"(?:policy|document|procedure|guidance|statement)"
_FOR_THIS = rf"(?: for (?:this|the|our) {_DOCUMENT})?"
# What a line tells, by its key; where several match, the first.
_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "cycle",
        (
            r"review (?:timescale|cycle|period|frequency|interval|schedule)",
            r"frequency of review",
            r"reviewed every",
        ),
    ),
    (
        "last",
        (
            r"(?:last|previous(?:ly)?|date (?:last )?) ?review(?:ed)?(?: on| by| date)?",
            rf"(?:{_DOCUMENT} )?reviewed(?: on| by)?",
            r"review history",
        ),
    ),
    (
        "next",
        (
            r"(?:date (?:of|for) )?(?:the )?next review(?: is)?(?: date| due)?(?: on| by)?",
            r"review due(?: date| by)?",
            r"(?:due )?for review(?: by| on| in)?",
            r"to be reviewed(?: by| on| in)?",
            r"(?:date (?:of|for) )?review(?: date| by| on)?",
            r"(?:renewal|expiry)(?: date)?",
        ),
    ),
    (
        "approved",
        (
            rf"(?:{_DOCUMENT} )?(?:approved|adopted|agreed|ratified|signed off)(?: by[\w' ]{{0,40}}?)?(?: on| date)?",
            r"date (?:of )?(?:approval|adoption|ratification|approved|adopted|agreed|ratified)(?: by[\w' ]{0,30})?",
            r"(?:approval|adoption|ratification)(?: date)?",
        ),
    ),
    (
        "author",
        (
            rf"(?:{_DOCUMENT}|written|prepared|produced|drafted|created|compiled|updated) by",
            rf"(?:{_DOCUMENT} )?(?:author|owner|lead|holder|co-?ordinator)s?",
            rf"(?:person|member of staff|staff member|officer|governor|post|staff) responsible{_FOR_THIS}",
            rf"responsible (?:person|officer|governor|member of staff|committee|post){_FOR_THIS}",
            rf"{_DOCUMENT} responsibility|responsib(?:le|ility) for (?:this|the|our) {_DOCUMENT}",
            rf"responsibility of|lead (?:person|officer|member of staff|governor){_FOR_THIS}",
        ),
    ),
    (
        "dated",
        (
            r"dated?",
            rf"date (?:of )?(?:issued?|publi\w+|{_DOCUMENT}|last updated|updated|implemented|implementation)",
            rf"(?:issue|version|{_DOCUMENT}|implementation|effective|publication) date",
            r"issued|published|revised|(?:last )?updated|effective(?: from)?",
        ),
    ),
    (
        "written",
        (
            r"(?:first )?(?:written|drafted|created|prepared|produced)(?: on| in)?",
            r"date written",
        ),
    ),
    (
        "other",
        (
            r"version(?: number)?|status|signed(?: by)?|signature|reference|circulation|statutory|category",
            rf"{_DOCUMENT} (?:number|ref\w*|status|type)",
            r"chair of (?:governors|the governing body)|published on|target audience",
        ),
    ),
)
_KEY = "|".join(rf"(?P<{role}>(?<![\w-])(?:{'|'.join(keys)}))" for role, keys in _KEYS)
_COLON = re.compile(rf"(?:{_KEY})\s*:", re.IGNORECASE)
_DATED = re.compile(rf"(?:{_KEY})\b", re.IGNORECASE)
_SENTENCE = re.compile(
    rf"(?:this|the) {_DOCUMENT}\b.{{0,60}}?"
    r"\b(?P<role>approved|adopted|agreed|ratified|reviewed|written|issued|updated)\b",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"(?:issue|version|edition) v?\d+(?:\.\d+)*\s*[:,–-]\s*", re.I)
_VERSION = re.compile(r"(version(?: number)?) (v?\d+(?:\.\d+)*)$", re.IGNORECASE)
# Behind "Agreed" in "Agreed by governors, May 2024"; "Agreed with the fire officer in May 2024" is no approval.
_SAYS_WHO_OR_WHEN = re.compile(r"\W*(?:$|[A-Z\d]|(?i:by|on|in|at|for|date|due|the|of|and|term|is|was)\b)")
_CELL = re.compile(r"\s+\|\s+|\t")
_FUTURE = re.compile(r"\b(?:will|to be|is due|due to|must|next)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Fact:
    """One thing that a line tells of the policy."""

    role: str  # approved, dated, written, next, last, cycle, author, other
    key: str  # as printed, without the colon
    value: str


def facts(text: str) -> tuple[Fact, ...]:
    """What one line tells of the policy itself; empty for a line of its rules."""
    if len(text) > MOST_LETTERS or len(text.split()) > LONGEST_SENTENCE:
        return ()
    return _of_each_sentence(text) or tuple(fact for cell in _cells(text) for fact in _in_cell(cell))


def _of_each_sentence(text: str) -> tuple[Fact, ...]:
    """ "Issue 4: adopted by governors on 7 July 2025. For review by July 2028." Each of several sentences must tell."""
    told = [_in_cell(sentence[0].upper() + sentence[1:]) for sentence in sentences(_ISSUE.sub("", text))]
    return tuple(fact for each in told for fact in each) if len(told) > 1 and all(told) else ()


def _cells(text: str) -> list[str]:
    """ "Approved on | May 2022" stands in two cells and is one fact."""
    cells: list[str] = []
    for cell in _CELL.split(text):
        if cells and is_key(cells[-1]) and not is_key(cell):
            cells[-1] = f"{cells[-1].rstrip(': ')}: {cell}"
        else:
            cells.append(cell)
    return cells


def _in_cell(text: str) -> tuple[Fact, ...]:
    length = len(text.split())
    if length <= LONGEST_LINE and _COLON.match(text):
        found = list(_COLON.finditer(text))
        ends = [*(match.start() for match in found[1:]), len(text)]
        return tuple(_fact(match, text[match.end() : end]) for match, end in zip(found, ends, strict=True))
    return _without_colon(text, length)


def is_key(text: str) -> bool:
    """A key by itself, its value in the next cell of a table: "Approved by:", "Review date"."""
    return bool((found := _DATED.match(text)) and not text[found.end() :].strip(" :"))


def _fact(match: re.Match[str], value: str) -> Fact:
    role = match.lastgroup or "other"
    return Fact(role, match.group(role).strip(), value.strip(" |\t"))


def _without_colon(text: str, length: int) -> tuple[Fact, ...]:
    if version := _VERSION.match(text):
        return (Fact("other", version.group(1), version.group(2)),)
    if not (found := dates.find(text)):
        return ()
    if text.strip(" .()") == found[0]:
        return (Fact("written", "Date", text),)
    key = _DATED.match(text)
    if key and length <= LONGEST_LINE and key.lastgroup != "other" and _tells(key.group(), text[key.end() :]):
        return (_fact(key, text[key.end() :]),)
    return _told_in_a_sentence(text)


def _tells(key: str, behind: str) -> bool:
    return key.casefold().endswith("by") or bool(_SAYS_WHO_OR_WHEN.match(behind))


def _told_in_a_sentence(text: str) -> tuple[Fact, ...]:
    """ "This policy was approved by governors on 3 May 2022." """
    if not (match := _SENTENCE.match(text)):
        return ()
    told = match.group("role").lower()
    review = "next" if _FUTURE.search(text) else "last"
    role = {"reviewed": review, "written": "written", "issued": "dated", "updated": "dated"}.get(told, "approved")
    return (Fact(role, told.capitalize(), text),)
