"""Follows Word's fields, whose result is printed and whose code is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

DEEPEST = 50  # fields inside one another

# Fields whose result is a list of what stands elsewhere: contents, figures, authorities, index.
_LISTING = re.compile(r"\s*(?:TOC|TOA|INDEX|RD)\b", re.I)


@dataclass
class _Field:
    code: str = ""
    shown: bool = False  # past its code, in its result

    @property
    def prints(self) -> bool:
        return self.shown and not is_listing(self.code)


@dataclass
class Fields:
    """The fields that are open at a place of the text, outermost first. They may run over many paragraphs."""

    open: list[_Field] = field(default_factory=list)

    @property
    def print(self) -> bool:
        """What stands here is printed."""
        return all(each.prints for each in self.open)

    @property
    def listing(self) -> bool:
        return any(is_listing(each.code) for each in self.open)

    def mark(self, kind: str | None) -> None:
        """A begin, a separator or an end; one too many is passed over."""
        if kind == "begin":
            self.open = [*self.open[: DEEPEST - 1], _Field()]
        elif self.open and kind == "separate":
            self.open[-1].shown = True
        elif self.open and kind == "end":
            self.open.pop()

    def write(self, code: str) -> None:
        if self.open and not self.open[-1].shown:
            self.open[-1].code += code

    def end_paragraph(self) -> None:
        """A code that is not finished by now never will be, and would hide the rest of the policy."""
        self.open = [each for each in self.open if each.shown]


def is_listing(code: str) -> bool:
    return bool(_LISTING.match(code))
