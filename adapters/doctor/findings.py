"""What a check found: something that must be put right, something worth knowing, or that all is well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Weight(StrEnum):
    MUST = "must"
    WORTH = "worth"
    WELL = "well"


@dataclass(frozen=True)
class Finding:
    """One sentence or two for whoever runs Candour. It repeats no secret."""

    weight: Weight
    check: str  # which check found it: "key", "posts"
    says: str
    details: tuple[str, ...] = ()  # shown with --all
    school: str = ""  # empty where it is about this machine


def must(check: str, says: str, details: Iterable[str] = ()) -> Finding:
    return Finding(Weight.MUST, check, says, tuple(details))


def worth(check: str, says: str, details: Iterable[str] = ()) -> Finding:
    return Finding(Weight.WORTH, check, says, tuple(details))


def well(check: str, says: str) -> Finding:
    return Finding(Weight.WELL, check, says)


def of_school(id: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(replace(finding, school=id) for finding in findings)
