"""The clauses of a short text, and a line that tells each."""

from __future__ import annotations

from collections.abc import Sequence

from adapters.formats.text import read
from knowledge.clauses import clauses
from knowledge.policy import Clause


def of(text: str) -> tuple[Clause, ...]:
    return clauses(read(text.encode()))


def labels(found: Sequence[Clause]) -> list[str]:
    return [clause.label for clause in found]


def row(clause: Clause) -> str:
    lead_ins = f" <- {' / '.join(clause.lead_ins)}" if clause.lead_ins else ""
    return f"{clause.kind}: {clause.label}{lead_ins}"
