"""Makes a clause likelier that says the kind of thing a question asks for: a duty, a person to tell, a number."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge import meanings, needs
from knowledge.needs import Wanted
from knowledge.sought import Sought

_CAN = Sought(
    r"\b(can|could|may|am i|are we|is it|should|shall|allowed|ok|okay|fine|alright|permitted|legal|do i have|must i)\b"
)
_WHO = Sought(r"\b(who|whom|who's|whos|which person|contact)\b", "who,which person,contact")
_ACT = Sought(
    r"\bwhat (should|do|must|can|shall|am|are) (i|we|she|he|they)\b"
    r"|\b(tell|report|inform|notify|let .* know|flag|raise)\b"
    r"|\bwhat (now|next)\b|\bwhere do i turn\b",
    "what ,tell,report,inform,notify,let ,flag,raise,where do",
)
_DUTY = Sought(r"\b(must|should|shall|not|never|may|prohibited|permitted|required|expected|refrain|advised)\b")
_TELLS = Sought(
    r"\b(inform|report|reported|notify|speak to|raised with|contact(ed)?|approv(al|ed)|permission|decide|reviewed by"
    r"|written by|agreed with|responsib\w+|refer(red)? to|discuss(ed)? with)\b"
)
# What a question asks for, what a clause that says it looks like, and how much likelier it makes the clause.
_CUES = ((_CAN, _DUTY, 0.08), (_WHO, _TELLS, 0.25), (_ACT, _TELLS, 0.15))
MEANT = 1.0  # of a clause that says what a word means, where that is asked
SHOWN = 0.4  # of a clause that shows the number, the date or the name that is asked for


@dataclass(frozen=True)
class Cues:
    """What the manner of a question asks for, whatever it is about."""

    rows: tuple[tuple[Sought, float], ...]
    facts: Wanted
    meaning: frozenset[str] = frozenset()  # stems of the words whose meaning is asked

    @property
    def most(self) -> float:
        """What `factor` never goes beyond."""
        return 1.0 + sum(extra for _, extra in self.rows) + SHOWN + MEANT * bool(self.meaning)

    def factor(self, text: str) -> float:
        """For the score of a clause: more than one where it says the kind of thing that is asked. `text`: folded."""
        asked = sum(extra for answer, extra in self.rows if answer.search(text))
        return 1.0 + asked + SHOWN * needs.shows(self.facts, text) + MEANT * meanings.told(text, self.meaning)

    def is_defined(self, text: str) -> bool:
        """Whether a meaning is asked, and a clause gives it. `text`: folded."""
        return meanings.told(text, self.meaning) == 1


def of(question: str) -> Cues:
    """`question`: folded."""
    rows = tuple((answer, extra) for cue, answer, extra in _CUES if cue.search(question))
    return Cues(rows, needs.wanted(question), meanings.asked_for(question))
