"""Says in plain words which kinds of report, about whom, a cell of the matrix stands for."""

from __future__ import annotations

from collections.abc import Iterable

from bot.telling import KIND_LABELS, ROLE_LABELS
from reports.coverage import About, Cell
from reports.report import Kind


def kind(of: Kind) -> str:
    return KIND_LABELS[of]


def about(roles: About) -> str:
    """ "The headteacher and the chair of governors"."""
    first, *others = (ROLE_LABELS[role] for role in roles)
    return " and ".join([first, *(label[0].lower() + label[1:] for label in others)])


def listed(cells: Iterable[Cell]) -> tuple[str, ...]:
    """One line for everyone that a report may be about, with the kinds of report."""
    kinds: dict[About, list[Kind]] = {}
    for cell in cells:
        kinds.setdefault(cell.about, []).append(cell.kind)
    return tuple(f"{about(roles)}: {_kinds(found)}" for roles, found in kinds.items())


def _kinds(found: list[Kind]) -> str:
    return "every kind of report" if len(found) == len(Kind) else "; ".join(map(kind, found))
