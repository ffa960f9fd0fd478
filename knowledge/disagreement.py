"""Tells where two clauses of one school disagree on the same matter. A wrong pair is worse than a missed one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import IGNORECASE

from knowledge.binding import Binding, bindings
from knowledge.policy import Clause, Kind, Policy
from knowledge.recipients import NAMES, told
from knowledge.sought import Sought
from knowledge.words import fold, is_content, stem, tokens

Place = tuple[Policy, Clause]


@dataclass(frozen=True)
class Disagreement:
    """`first_is_stricter` is None where neither clause is."""

    reason: str
    first_is_stricter: bool | None

    def __str__(self) -> str:
        return self.reason if self.first_is_stricter is None else f"{self.reason}; the stricter stands first"


def between(first: Place, second: Place) -> Disagreement | None:
    """What two clauses of one school disagree on; the same two the other way round disagree the same way."""
    if _together(first, second):
        return None
    return _on_age(first[1], second[1]) or _on_recipients(first, second) or _on_words(first[1], second[1])


def _together(first: Place, second: Place) -> bool:
    """Neighbours under one heading are steps of one procedure: "tell the lead, or if they are away, the head"."""
    (policy, clause), (other_policy, other) = first, second
    same = policy.id == other_policy.id
    return (same and clause.headings == other.headings) or {clause.kind, other.kind} - {Kind.CLAUSE, Kind.ITEM} != set()


# --- Only one is limited to an age ---

_AGE = Sought(r"\bunder (?:the age of )?(1[0-9]|2[01])\b|\b(1[0-9]|2[01]) (?:years )?or (?:over|older|above)\b")
_FORMER = Sought(
    r"\b(?:past|former|ex|previous)[ -]?(?:pupil|student|learner)|\b(?:no longer (?:receiving|at|attend)|have left)\b"
)
_CONTACT = Sought(
    r"\bfriends?\b|\bbefriend|\bconnect\b|\bcontact\b|\binteract|\bfollow(?:s|ing)? (?:a|any|their)\b|\bfriend request"
)
_FORBIDS = Sought(r"\b(?:not|never|prohibited|forbidden)\b")


def _on_age(first: Clause, second: Clause) -> Disagreement | None:
    """Both forbid contact with former pupils, and one only below an age."""
    age = _former_under(first)
    other = None if age is None else _former_under(second)
    if age is None or other is None or bool(age) == bool(other):
        return None
    return Disagreement(f"only one of them is limited to those under {age or other}", not age)


@lru_cache(maxsize=4_096)
def _former_under(clause: Clause) -> str | None:
    """The age below which it forbids contact with former pupils, empty for any age; None where it forbids none."""
    text = fold(" ".join((*clause.lead_ins, clause.text)))
    if not (_FORMER.search(text) and _CONTACT.search(text) and _FORBIDS.search(text)):
        return None
    limited = _AGE.search(text)
    return limited[1] or limited[2] if limited else ""


# --- They name different people to tell of the same thing ---

# Where policies that disagree do so by mistake; of others, such as complaints, each stage has a recipient of its own.
_TOPICS = frozenset({"pupil_contact_self", "prohibited_site_self", "indecent_image"})
_TELLS = Sought(r"\b(?:inform|tell|told|report|notif|speak|contact|discuss|refer|alert|raise)", flags=IGNORECASE)
_CONTACTS = frozenset({"pupil_contact_self"})  # a pupil who asks for a phone number does not ask to be a friend
_RANK = ("line_manager", "computing", "business_manager", "slt", "deputy", "headteacher")  # the last is the stricter
_ALIKE = (
    frozenset({"headteacher", "deputy", "slt"}),  # each is a senior leader
    frozenset({"dsl", "deputy_dsl"}),
    frozenset({"chair", "vice_chair", "governor"}),
)


def _on_recipients(first: Place, second: Place) -> Disagreement | None:
    mine = _told_of(first[1])
    theirs = _told_of(second[1]) if mine else {}
    for topic in sorted(mine.keys() & theirs.keys()):
        posts, others = mine[topic], theirs[topic]
        if not any(_alike(post, other) for post in posts for other in others):
            return _named(posts, others)
    return None


@lru_cache(maxsize=4_096)
def _told_of(clause: Clause) -> Mapping[str, Sequence[str]]:
    """For each topic every post that the clause says to tell."""
    if not _TELLS.search(clause.text):
        return {}
    weighed = _TOPICS if _CONTACT.search(fold(clause.text)) else _TOPICS - _CONTACTS
    found: dict[str, list[str]] = {}
    for said in told(clause):
        if not (said.about_head or said.handles):
            for topic in said.topics & weighed:
                found.setdefault(topic, []).extend(said.posts)
    return found


def _alike(post: str, other: str) -> bool:
    return post == other or any({post, other} <= group for group in _ALIKE)


def _named(posts: Sequence[str], others: Sequence[str]) -> Disagreement:
    reason = f"one says to tell {NAMES[posts[0]]}, the other {NAMES[others[0]]}"
    rank, other = _rank(posts), _rank(others)
    return Disagreement(reason, None if rank is None or other is None else rank > other)


def _rank(posts: Sequence[str]) -> int | None:
    return max((_RANK.index(post) for post in posts if post in _RANK), default=None)


# --- They say the same but for a number, or for "not" ---

LEAST = 4  # words of matter in common, or two sentences are alike by chance
_NOTHING = frozenset(map(stem, "staff school member all any teacher employee people adult everyone".split()))
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty sixty half".split()
)
_MUST_NOT = frozenset({Binding.MUST_NOT, Binding.SHOULD_NOT})


def _on_words(first: Clause, second: Clause) -> Disagreement | None:
    if not _may_be_alike(first.text, second.text):
        return None
    matter, other = _matter(first), _matter(second)
    if matter != other or len(matter) < LEAST:
        return None
    numbers, others = _numbers(first), _numbers(second)
    if numbers and others and numbers != others:
        return Disagreement(f"one says {', '.join(numbers)}, the other {', '.join(others)}", None)
    forbids = [bool(set(bindings(clause)) & _MUST_NOT) for clause in (first, second)]
    plain = all(bindings(clause) for clause in (first, second))
    return (
        Disagreement("one forbids what the other does not", forbids[0]) if plain and forbids[0] != forbids[1] else None
    )


def _may_be_alike(text: str, other: str) -> bool:
    """Two texts with the same words of matter are of one size, more or less: a look at it saves the long one."""
    return max(len(text), len(other)) < 2 * min(len(text), len(other)) + 20


@lru_cache(maxsize=4_096)
def _matter(clause: Clause) -> frozenset[str]:
    words = tokens(" ".join((*clause.lead_ins[-1:], clause.text)))
    stems = (stem(word) for word in words if is_content(word) and not _is_number(word))
    return frozenset(stems) - _NOTHING


def _numbers(clause: Clause) -> list[str]:
    return [word for word in tokens(clause.text) if _is_number(word)]


def _is_number(word: str) -> bool:
    return word.isdigit() or word in _NUMBER_WORDS
