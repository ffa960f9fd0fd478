"""Tells a question for a thing, a service or money from one for a rule: policies give rules, and seldom the rest."""

from __future__ import annotations

from collections.abc import Callable, Container

from knowledge.sought import Sought
from knowledge.words import is_content, stem, tokens

# Asked for a place, a name, a make, a time or a sum: whatever a notice board tells.
_PARTICULAR = Sought(
    r"^\W*(?:so |and |hi |please )*(?:where\b|which\b|does (?:the|our|this) |do we have\b|is there an?\b|have we got\b"
    r"|what(?:'s| is| are) (?:the|our)\b|how do i get\b|how much\b|what time\b"
    r"|when (?:is|are|do|does|will)\b)",
    "where,which,does ,do we,is there,have we,what,how do,how much,when ",
)
_SERVICE = Sought(
    r"^\W*how (?:do|can|would|should) (?:i|we|you) (?:go about )?"
    r"(get|book|claim|apply|order|buy|reset|set up|fill|hire|join|log|install|access|sign|change|fix|mend|find|arrange"
    r"|request)\b",
    "how ",
)
_MONEY = Sought(
    r"\b(claim(?:ing)?|allowances?|tax|expenses?|mileage|subscriptions?|overtime|salary|pay (?:scale|rise|day)|pension"
    r"|reimburse\w*|refund|discount|budget|costs?)\b",
    "claim,allowance,tax,expense,mileage,subscription,overtime,salary,pay ,pension,reimburse,refund,discount,budget"
    ",cost",
)


def for_particular(question: str) -> bool:
    """`question`: folded."""
    return bool(_PARTICULAR.search(question))


def for_unnamed_service(question: str, says: Callable[[], Container[str]]) -> bool:
    """Whether a service or money is asked for of which a clause says nothing. `says`: gives the stems of the clause."""
    asked = [*_SERVICE.findall(question), *_MONEY.findall(question)]
    words = [stem(word) for phrase in asked for word in tokens(phrase) if is_content(word)]
    return bool(words) and not all(map(says().__contains__, words))
