"""Reads from a clause's own words how binding it is: must, must not, should, should not or may."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from knowledge.policy import Clause, Kind
from knowledge.sought import Sought
from knowledge.words import fold


class Binding(StrEnum):
    MUST = "MUST"
    MUST_NOT = "MUST NOT"
    SHOULD = "SHOULD"
    SHOULD_NOT = "SHOULD NOT"
    MAY = "MAY"


MOST = 2  # labels on one clause; one that says more than two things is unclear
_NO = r"(?:not|never|n't|under no circumstances)"
_BETWEEN = r"(?:,? ?(?:also|always|therefore|only|still|however|, [^,.;]{1,40},))?"
_PERSON = (
    r"(?:staff|adults?|employees?|teachers?|governors?|volunteers?|colleagues?|anyone|everyone|they|you|pupils?"
    r"|parents?"
    r"|carers?|visitors?|contractors?|members?|workers?|leaders?|headteacher|students?)"
)
# What happens is no permission: "this may lead to dismissal", "staff may be disciplined".
_CHANCE = (
    r"(?:be|have|lead|result|become|feel|find|need|wish|want|face|see|hear|receive|encounter|come|cause|include|not"
    r"|mean|contain|occur|happen|seem|appear|suffer|know|think|believe|experience|arise|bring|notice|discover|break"
    r"|breach|affect|require)\b"
)
# Each is tried at every place; of two that meet at one place the first counts.
_FORMS: tuple[tuple[Binding, str], ...] = (
    (Binding.MUST_NOT, rf"\b(?:must|shall){_BETWEEN},? ?{_NO}\b|\bmustn't\b|\bmust (?:\w+ )?under no circumstances\b"),
    (Binding.MUST_NOT, r"\b(?:is|are) (?:strictly |expressly )?(?:prohibited|forbidden|banned)\b"),
    (Binding.MUST_NOT, r"\b(?:is|are) (?:strictly )?not (?:permitted|allowed|authorised)\b"),
    (
        Binding.MUST_NOT,
        rf"\b(?:no|neither|nor|none of the) (?:member of |other |one )*(?:{_PERSON}|one)(?: of staff)? "
        r"(?:must|may|shall|is (?:permitted|allowed))\b|\bnobody (?:must|may|shall)\b",
    ),
    (Binding.MUST_NOT, rf"\b{_PERSON} may {_NO}\b(?! (?:be|have|know|realise|wish|want|need|feel)\b)"),
    (Binding.SHOULD_NOT, rf"\b(?:should|ought to){_BETWEEN},? ?{_NO}\b|\bshouldn't\b|\bought not to\b"),
    (
        Binding.SHOULD_NOT,
        rf"\b(?:no|neither|nor) (?:member of |other )*{_PERSON}(?: of staff)? should\b|\bnobody should\b",
    ),
    (
        Binding.SHOULD_NOT,
        r"\b(?:is|are) (?:strongly )?(?:advised|asked|encouraged|discouraged),? (?:[^.;]{0,40} )?not to\b",
    ),
    (Binding.MUST, r"\b(?:must|shall)\b(?! have\b)"),
    (Binding.MUST, r"\b(?:is|are) (?:strictly )?(?:required|obliged) to\b|\b(?:is|are) mandatory\b"),
    (
        Binding.SHOULD,
        r"\b(?:should|ought to)\b(?! (?:be noted|be able|it|you have|have)\b)|\b(?:is|are) (?:strongly )?advised to\b",
    ),
    (Binding.MAY, rf"\b{_PERSON}(?: of staff)? may(?: also| only| therefore)? (?!{_CHANCE})"),
    (Binding.MAY, r"\bmay (?:only )?be (?:used|worn|shown|borrowed|taken|brought|carried)\b"),
    (Binding.MAY, r"\b(?:is|are) (?:permitted|allowed) to\b"),
)
_WILL = Sought(rf"\b{_PERSON} will (?:not |never )?(?!be\b)")  # a duty, or only what is expected to happen
_ANY = Sought("|".join(f"(?P<f{at}>{form})" for at, (_, form) in enumerate(_FORMS)))
_SENTENCE_END = Sought(r"(?<=[.;!?])\s+(?=[a-z“\"'(])")
# What is supposed is no duty: "if staff must leave", "Should staff be approached, they ...", "whether they may".
_SUPPOSED = Sought(
    r"^should [^,]+,|\b(?:if|whether|unless|why|how|what|where|when(?:ever)?) [^,.;:]{0,60}?(?=[,;:.]|$)"
)
_FRAME = Sought(r"\b(?:aware|note[ds]?|know|remember|understand|ensure|sure|clear|remind(?:ed)?|recognise)\b[^:]*$")
_NOT_FIRST = Sought(r"^\W*(?:do )?(?:not|never)\b")


@lru_cache(maxsize=4_096)
def bindings(clause: Clause) -> tuple[Binding, ...]:
    """In the order of its words, with the lead-in that a list item completes; empty where they are unclear."""
    if clause.kind in {Kind.METADATA, Kind.DEFINITION}:
        return ()
    framed = _from_lead_ins(clause)
    if framed:
        return (framed,)
    text = fold(clause.text)
    found = tuple(dict.fromkeys(_in_sentences(text)))
    return found if len(found) <= MOST and not _WILL.search(text) else ()


def _from_lead_ins(clause: Clause) -> Binding | None:
    """The duty that the innermost lead-in with one gives to its items; none where it only says what to be aware of."""
    for lead_in in reversed(clause.lead_ins):
        said = _SENTENCE_END.split(fold(lead_in).rstrip(" :–-"))[-1]
        found = list(_in_sentence(said))
        if found and not _FRAME.search(said):
            return _turned(found[-1]) if len(set(found)) == 1 and _NOT_FIRST.match(fold(clause.text)) else _only(found)
        if found:
            return None
    return None


def _only(found: list[Binding]) -> Binding | None:
    return found[0] if len(set(found)) == 1 else None


def _turned(binding: Binding) -> Binding | None:
    """What "must" becomes before "not share passwords". Twice "not" is unclear."""
    return {Binding.MUST: Binding.MUST_NOT, Binding.SHOULD: Binding.SHOULD_NOT}.get(binding)


def _in_sentences(text: str) -> Iterator[Binding]:
    for sentence in _SENTENCE_END.split(text):
        yield from _in_sentence(sentence)


def _in_sentence(sentence: str) -> Iterator[Binding]:
    for match in _ANY.finditer(_SUPPOSED.sub(" ", sentence)):
        yield _FORMS[int(str(match.lastgroup)[1:])][0]
