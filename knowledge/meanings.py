"""Tells what a question wants defined, and whether a clause says what that means."""

from __future__ import annotations

from knowledge.sought import Sought
from knowledge.words import is_content, stem, tokens

LONGEST = 4  # words that tell what is defined
PERHAPS = 0.5  # of a clause that begins "Bullying may be": it may say what bullying is, or what becomes of it

_THING = r"[\"'(]*([\w'-]+(?: [\w'-]+){0,5}?)"
_AFTER = (
    r"[\"')]*(?: (?:here|exactly|anyway|in (?:this|the|our|your) \w+|at (?:work|school)|then|please|mean(?:t)?))*\W*$"
)
_ASKS = Sought(
    r"\bwhat(?:'?s| is| are| do(?:es)? (?:you|we|they|it|the (?:policy|school|code)))? (?:"
    r"(?:counts?|qualif(?:y|ies)|class(?:es|ed)|considered|defined|seen|regarded|treated|goes) as|constitutes|meant by"
    r"|mean by|(?:the )?(?:definition|meaning) of|considered(?: to be)?|do(?:es)?|an?)? ?"
    rf"{_THING}{_AFTER}"
    r"|\b(?:define|definition of|meaning of|count(?:ed|s)? as|class(?:ed)? as|amounts? to) "
    rf"{_THING}{_AFTER}",
    "what,defin,meaning,count,class,amount",
)
_OPENING = (
    r"^\W*(?:(?:for|within|in) (?:the purposes? of )?(?:this|the|our) \w+(?: \w+)?,? )?"
    r"(?:the (?:term|word|expression|phrase) )?(.{2,60}?)\W{0,3} "
)
# What may follow "bullying is" where no more is told than what becomes of it: "never accepted", "reported at once".
_BECOMES = (
    r"not|never|always|also|only|to|the|in|on|at|for|of|by|part|un\w+able|un\w+ful|illegal|\w+(?:ed|en|ing|ble|ible|nt)"
)
_DEFINES = Sought(
    rf"{_OPENING}(?:means?(?! (?:that|of)\b)|refers? to|has the (?:same )?meaning"
    rf"|(?:is|are) (?:defined as|taken to (?:mean|include)|un\w+ed|repeated|persistent|(?!(?:{_BECOMES})\b)\w+)\b)",
    "mean,refer,is,are",
)
_DESCRIBES = Sought(
    rf"{_OPENING}(?:includes?|covers?|describes?|involves?|(?:is|are) the|(?:can|may) (?:be|include|take))\b",
    "includ,cover,describ,involv,is,are,can,may",
)


def asked_for(question: str) -> frozenset[str]:
    """The stems of the words whose meaning is asked; none where it is not. `question`: folded."""
    found = _ASKS.search(question)
    return _telling(found[1] or found[2] or "") if found else frozenset()


def told(text: str, asked: frozenset[str]) -> float:
    """How far a clause says at its beginning what these stems mean: 1 where it defines them. `text`: folded."""
    if not asked:
        return 0.0
    for says, surely in ((_DEFINES, 1.0), (_DESCRIBES, PERHAPS)):
        found = says.search(text)
        if found and _telling(found[1]) == asked:
            return surely
    return 0.0


def _telling(words: str) -> frozenset[str]:
    stems = frozenset(stem(word) for word in tokens(words) if is_content(word))
    return stems if len(stems) <= LONGEST else frozenset()
