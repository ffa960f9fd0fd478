"""Tells headings, lead-ins, definitions and sentences apart by their words alone."""

from __future__ import annotations

import re

from knowledge.sentences import sentences

LONGEST_HEADING = 12  # words

_CLOSED = re.compile(r"[.?!;…][\"'”’)\]]*$")
_DUTY = re.compile(
    r"\b(?:must|shall|should|never|not|cannot|can't|don't|mustn't|shouldn't|agree|understand|expected)\b", re.I
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|may|might|can|could|need|needs|includes?|ensures?"
    r"|applies|apply|follows?|provides?|means|requires?|expects?|recognises?|recognizes?|believes?)\b",
    re.I,
)
_ASKING = re.compile(r"(?:what|who|whom|whose|how|when|why|where|which)\b", re.I)
# "When working alone, staff", "Where staff drive they must": half of a sentence, and no question.
_HALF = re.compile(r"(?:when|where)\b.*(?:,|\b(?:must|should|shall|will|may|can)(?: not| never)?:$)", re.I)
_BRAND = re.compile(r"[a-z]-?[A-Z]")  # iPad, e-Safety: a small letter that begins no continuation
# A row of a table, a line to be filled in, no words at all, a price.
_FORM = re.compile(r"\s\|\s|_{3,}|\.{4,}|^[^A-Za-z]*$|[£€]\s?\d[\d,.]*$")
_BLANK = re.compile(r"_{3,}|\.{4,}")
_ABBREVIATED = re.compile(r"^[^a-z]*[A-Z]\.[A-Z]\.$")  # AFTER 3.30 P.M.
_SMALL = frozenset("a an and as at but by for from in into of on or the to with &".split())
# A heading with one of these turns the meaning of the list below it: "Unacceptable use".
_TURNING = re.compile(
    r"\b(?:un\w+able|not|never|no|don'ts?|prohibited|forbidden|banned|inappropriate|breach\w*|misuse|examples?|must|should|shall"
    r"|will|may|can|do|avoid|exceptions?|excluded|restricted|disallowed|illegal|unauthorised|misconduct)\b",
    re.I,
)
_CUE = re.compile(r"\b(?:following|follows?|below|such as|includ\w+|examples?|e\.g\.|these|namely)\b", re.I)
_STANCE = re.compile(
    rf"{_DUTY.pattern}|\b(?:will|may|can|permitted|allowed|prohibited|required|responsible|would)\b", re.I
)
_MEANS = r"(?:means?|is|are|refers? to|includes?|covers?|describes?)\b"
_DEFINES = re.compile(
    r"^[\"'“‘(]?(?!(?:this|these|it|that|which) )[^.,]{2,60}? (?:means?(?! of)|(?:is|are) defined as|stands for)\b"
    r"|^[^.]{2,120}? (?:is|are) taken to (?:mean|include)\b"
    rf"|^[\"'“‘][^\"'”’.]{{2,60}}[\"'”’] {_MEANS}"
    rf"|\bfor the purposes? of (?:this|the) (?:policy|document|procedure|guidance|agreement),? [^.]{{2,120}}? {_MEANS}"
    rf"|\b(?:is|are) defined as\b|\bthe (?:term|phrase|word) [^.]{{2,60}}? {_MEANS}",
    re.I,
)


def is_closed(text: str) -> bool:
    """It ends as a sentence ends."""
    return bool(_CLOSED.search(text))


def is_filled_in(text: str) -> bool:
    """ "Signed: ______" """
    return bool(_BLANK.search(text))


def begins_small(text: str) -> bool:
    """It goes on with what stands above it: no sentence begins so."""
    return text[:1].islower() and not _BRAND.match(text)


def _asks(text: str) -> bool:
    return bool(_ASKING.match(text)) and not _HALF.match(text)


def looks_like_heading(text: str) -> bool:
    """Short, begins large, and neither ends nor runs like a sentence. Where it stands is for others to judge."""
    words = text.rstrip(": ").split()
    if not words or len(words) > LONGEST_HEADING or text[0].islower() or _FORM.search(text):
        return False
    if _asks(text) or text.endswith("?"):
        return not text.endswith((".", ";"))
    if (is_closed(text) and not _ABBREVIATED.search(text)) or text.endswith(",") or _DUTY.search(text):
        return False
    return _capitalised(words) or not _VERB.search(text)


def _capitalised(words: list[str]) -> bool:
    return len(words) > 1 and all(
        word[0].isupper() or not word[0].isalpha() for word in words if word.lower() not in _SMALL
    )


def is_sentence_lead(text: str) -> bool:
    """ "Staff must:" and "The dangers include:" introduce a list; "Risks:" names a part of the policy."""
    if not text.endswith(":"):
        return False
    opening = bool(_DUTY.search(text) or _VERB.search(text) or _CUE.search(text)) and not _asks(text)
    return opening or len(text.split()) > LONGEST_HEADING


def turns(heading: str) -> bool:
    """Whether a list right below this heading would mean something else without it."""
    return bool(_TURNING.search(heading)) or heading.endswith(":")


def introduces(text: str, entry: str) -> bool:
    """Whether a paragraph is the lead-in of the list that begins with `entry`."""
    if text.endswith((":", "-", "–", "—", ",")) or not is_closed(text):
        return True
    fragment = entry[:1].islower() or not is_closed(entry)
    return bool(_CUE.search(sentences(text)[-1])) or (fragment and not text.endswith(";"))


def lead_in(text: str) -> str:
    """The end of a paragraph that its list completes: whole sentences, back to the one that allows or forbids."""
    whole = sentences(text)
    for start in range(len(whole) - 1, -1, -1):
        if _STANCE.search(whole[start]):
            return " ".join(whole[start:])
    return text


def defines(text: str) -> bool:
    return bool(_DEFINES.search(text))
