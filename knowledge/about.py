"""Questions about a policy itself: who wrote it, when it was approved, when it is reviewed."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.sought import Sought
from knowledge.words import is_content, stem, tokens

_POLICY = r"(it|this|they|the|our|your|that)?\b.{0,40}\b(policy|document|guidance|version|it|this)\b"
_WHO_APPROVED = r"\bwho (approved|agreed|adopted|ratified|signed off|approves) " + _POLICY
_DATES = r"\b((approved|adopted|agreed|ratified|written|issued)(?! by)|dated?|published|effective)\b"
_WHEN_MADE = (
    r"\bwhen (was|is|did)\b.{0,40}\b(policy|document|this|it)\b.{0,30}"
    r"\b(written|approved|agreed|adopted|made|dated|issued|published|ratified|come into|start)\b"
    r"|\bhow (old|recent) is (this|the|our|it)\b.{0,30}\b(policy|document|it|version)\b"
    r"|\bdate of (this|the) (policy|document)\b|\bversion date\b"
)
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
            _WHEN_MADE,
            "when,how old,how recent,version,date of",
            rf"^(?=.*\d).*{_DATES}",
        ),
        (
            _WHEN_MADE + r"|\b(what|which) (version|edition)\b|\bversion number\b",
            "when,how old,how recent,version,edition,date of",
            r"\b(version|edition)\b",
        ),
        (
            _WHEN_MADE + r"|\b(what|which) (version|edition)\b|\bversion number\b",  # where none says, what comes near
            "when,how old,how recent,version,edition,date of",
            _DATES,
        ),
    )
)


# What a clause says, and not the lines at its head or foot: what the policy is for.
_PURPOSE = Sought(
    r"\b(purpose|aims?|point|objectives?) of (this|the|our|\w+'?s?)\b.{0,40}\b(policy|code|document)\b"
    r"|\bwhy (do|does|have) (we|the school|you) (have|got|need)? ?(a|an|this|the|our)\b.{0,40}\bpolicy\b"
    r"|\bwhat (is|does) (this|the|our)\b.{0,40}\b(policy|code|document)( of \w+)?"
    r" ((all )?about|for|cover|(aim|try|trying|meant|supposed)( (to|at)( \w+)?)?)\W*$",
    "policy,code,document",
)
_SAYS_PURPOSE = Sought(
    r"\b(purpose|aims?|objectives?) of (this|the|our) (policy|code|document|procedure)\b|\bthis (policy|code"
    r"|document|procedure)"
    r" (aims|sets out|explains|says|tells|is intended|is designed|has been (developed|written|designed)|describes"
    r"|seeks|exists)\b"
)
_WHO_HOLDS = Sought(
    r"^\W*who(?:'s| is)(?: currently)? (?:the |our )(?:school(?:'s)? )?([a-z][a-z -]{1,40}?)"
    r"(?: (?:these days|(?:right |just )?now|nowadays|currently|at the (?:moment|minute)|today|this year"
    r"|here|at (?:this|our) school))?\W*$",
    "who's,who is",
)
# Every word that a question about policies themselves may be made of, besides their titles and the school's name: with
# any other it asks for a rule. "How often is it reviewed" is told by a line at the foot, "how often is my pay" is not.
_OF_POLICIES = frozenset(
    map(
        stem,
        """
        policy policies document documents code guidance procedure agreement version edition review reviews
        reviewed reviewing reviewer update updates updated look looked looking revise revised revision renew
        renewed renewal check checked cycle period timescale frequency often frequently regularly regular
        earlier previous past date dates expire expires expiry due next last latest overdue valid current
        currently old recent new write writes wrote written draft drafted drew drawn author authored owner own
        owns made make produce produced create created approve approves approved approval agree agreed adopt
        adopted ratify ratified sign signed issue issued publish published dated effective start come came force
        responsible charge name named number purpose aim aims point objective objectives achieve cover try
        trying mean meant suppose supposed school staff governor governors governing body year month time day
        person people please
        """.split(),
    )
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


def is_of_policies(question: str, known: Callable[[str], bool]) -> bool:
    """Whether it speaks of nothing but policies. `known`: whether a word is of a title, or of the school's name."""
    words = (word for word in tokens(question) if is_content(word) and not word.isdigit())
    return all(stem(word) in _OF_POLICIES or known(word) for word in words)
