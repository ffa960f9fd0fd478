"""Knows a line's end after which a number belongs to the sentence: "as said in section" above "1.2 for all"."""

from __future__ import annotations

import re

_EXPECTS_NUMBER = re.compile(
    r"\b(?:sections?|paragraphs?|clauses?|appendix|annex|part|point|number|page|rules?|years?|stages?|steps?|and|or|to|of"
    r"|schedule|article|chapter|item|key stage|than)$",
    re.I,
)


def expects_number(line: str) -> bool:
    return bool(_EXPECTS_NUMBER.search(line))
