"""Knows a line's end after which a number belongs to the sentence: "as said in section" above "1.2 for all"."""

from __future__ import annotations

import re

from knowledge.markers import readings
from knowledge.outline import follows

_CONNECTS = re.compile(r"\b(?:and|or)$", re.I)
_EXPECTS_NUMBER = re.compile(
    r"\b(?:sections?|paragraphs?|clauses?|appendix|annex|part|point|number|page|rules?|years?|stages?|steps?|and|or|to|of"
    r"|schedule|article|chapter|item|key stage|than)$",
    re.I,
)


def expects_number(line: str) -> bool:
    return bool(_EXPECTS_NUMBER.search(line))


def begins_next_entry(first: str, above: str, marker: str) -> bool:
    """ "3. ask somebody to look; and" above "4. sign": two of one list. `first`: the marker of the entry above."""
    last, next = readings(first), readings(marker)
    return bool(_CONNECTS.search(above)) and any(follows(one, other) for one in last for other in next)
