"""Questions about a policy itself: who wrote it, when it was approved, when it is reviewed."""

from __future__ import annotations

from knowledge.sought import Sought

_POLICY = r"(it|this|they|the|our|your|that)?\b.{0,40}\b(policy|document|guidance|version|it|this)\b"
_WHO_APPROVED = r"\bwho (approved|agreed|adopted|ratified|signed off|approves) " + _POLICY
# What is asked, pieces of which one stands in any such question, and the line of the policy that tells it.
_ABOUT = tuple(
    (Sought(asked, tells), Sought(told))
    for asked, tells, told in (
        (
            r"\bwho (wrote|drafted|drew up|authored|writes|owns|is the author|made) "
            + _POLICY
            + r"|\bauthor\b|\bpolicy owner\b"
            + r"|\b(?:responsible for|in charge of|looks? after|looking after)"
            + r" (?:this|the|our) (?:policy|document)\W*$",
            "who ,author,owner,responsible for,in charge of,look",
            r"\b(policy by|written by|author|drafted by|prepared by|produced by|owner|lead|created by|responsib\w+)\b",
        ),
        (
            _WHO_APPROVED,
            "who ",
            r"\b(approved|agreed|adopted|ratified|signed off) by\b",
        ),
        (
            _WHO_APPROVED,  # where none says by whom, the line that says when
            "who ",
            r"\b(approved|agreed|adopted|ratified|signed off)\b",
        ),
        (
            r"\bwho (reviews|reviewed|updates|updated|keeps) " + _POLICY,
            "who ",
            r"\b(reviewed by|responsib|review by)\b",
        ),
        (
            r"\bhow (often|frequently|regularly)\b.{0,40}\b(review|update|look(ed)? at|revis|renew|check)\w*"
            r"|\breview (cycle|period|timescale|frequency)\b|\b(earlier|previous|past) reviews?\b",
            "how often,how freq,how regular,review",
            r"\b(timescale|cycle|frequency|biennial\w*|annual\w*|every|review\w*)\b",
        ),
        (
            r"\b(when|what date|which date)\b.{0,60}\b(review|update|renew|expir|revis)\w*"
            r"|\bwhen\b.{0,20}\b(policy|document|code|guidance|this|it)\b.{0,20}\b(due|looked at)\b"
            r"|\b(next|last|due for|date of|earlier|overdue) (the )?(review|revision|update)|\breview (date|due)s?\b"
            r"|\b(policy|this|it)\b.{0,20}"
            r"\b(go(es)? out of date|out of date|up to date|in date|expired?|still valid|overdue)\b",
            "when,review,update,renew,expir,revis,f date,to date,in date,valid,overdue",
            r"\b(review\w*|next review|due|renewal|expir\w*)\b",
        ),
        (
            r"\bwhen (was|is|did)\b.{0,40}\b(policy|document|this|it)\b.{0,30}"
            r"\b(written|approved|agreed|adopted|made|dated|issued|published|ratified|come into|start)\b"
            r"|\bhow (old|recent) is (this|the|our|it)\b.{0,30}\b(policy|document|it|version)\b"
            r"|\b(what|which) (version|edition)\b|\bdate of (this|the) (policy|document)\b|\bversion (number|date)\b",
            "when,how old,how recent,version,edition,date of",
            r"\b((approved|adopted|agreed|ratified|written|issued)(?! by)|dated?|version|published|effective)\b",
        ),
    )
)


# What a clause says, and not the lines at its head or foot: what the policy is for.
_PURPOSE = Sought(
    r"\b(purpose|aims?|point|objectives?) of (this|the|our|\w+'?s?)\b.{0,40}\b(policy|code|document)\b"
    r"|\bwhy (do|does|have) (we|the school|you) (have|got|need)? ?(a|an|this|the|our)\b.{0,40}\bpolicy\b"
    r"|\bwhat (is|does) (this|the|our)\b.{0,40}\b(policy|code|document)\b.{0,5}\b(for|about|aim|trying|cover)\b",
    "policy,code,document",
)
_SAYS_PURPOSE = Sought(
    r"\b(purpose|aims?|objectives?) of (this|the|our) (policy|code|document|procedure)\b|\bthis (policy|code"
    r"|document|procedure)"
    r" (aims|sets out|explains|is intended|is designed|has been (developed|written|designed)|describes|seeks|exists)\b"
)
_WHO_HOLDS = Sought(
    r"^\W*who(?:'s| is)(?: currently)? (?:the |our )(?:school(?:'s)? )?([a-z][a-z -]{1,40}?)"
    r"(?: (?:these days|now|nowadays|currently|at the moment|this year|here|at (?:this|our) school))?\W*$",
    "who's,who is",
)
_NOWHERE_ELSE = 3  # of the rows above: who wrote and who approved it stands in such a line, or nowhere
_NAMES_POLICY = Sought(
    r"\b(polic(y|ies)|document|code of conduct)\b|^\W*who (wrote|approved) (it|this)\W*$",
    "polic,document,code of conduct,who wrote,who approved",
)


def purpose(question: str) -> Sought | None:
    """What the clause looks like that tells what a policy is for, where that is asked."""
    return _SAYS_PURPOSE if _PURPOSE.search(question.casefold()) else None


def post(question: str) -> str:
    """The post of which only the holder's name is asked: the "dsl" of "who's the DSL now". `question`: folded."""
    asked = _WHO_HOLDS.search(question)
    return asked.group(1) if asked else ""


def nowhere_else(question: str) -> bool:
    """Whether nothing but a line about the policy could tell what is asked."""
    asked = question.casefold()
    return bool(_NAMES_POLICY.search(asked)) and any(about.search(asked) for about, _ in _ABOUT[:_NOWHERE_ELSE])


def asked_for(question: str) -> list[Sought]:
    """What the lines that tell it look like; empty where the question is about something else."""
    asked = question.casefold()
    return [told for about, told in _ABOUT if about.search(asked)]
