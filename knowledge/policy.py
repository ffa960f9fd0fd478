"""A policy, the clauses it is made of, and how a clause is cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    CLAUSE = "clause"
    ITEM = "item"  # one entry of a list: it means nothing without its lead-in
    DEFINITION = "definition"
    METADATA = "metadata"  # "Approved: 1st September 2018": answers questions about the document


@dataclass(frozen=True)
class Clause:
    """The smallest part of a policy that can be cited, word for word."""

    text: str  # byte for byte as the policy has it, without its marker
    marker: str = ""  # as printed: "(ii)"; a bullet is no marker
    number: str = ""  # composed with the markers above it: "5(ii)"; empty where the policy prints none
    label: str = ""  # the number, or "Heading, paragraph 4": unique within a version
    headings: tuple[str, ...] = ()  # outermost first
    lead_ins: tuple[str, ...] = ()  # the sentences that a list item completes, outermost first
    page: int | None = None  # counted from one, where the file has pages
    kind: Kind = Kind.CLAUSE


@dataclass(frozen=True)
class Version:
    """One edition of a policy. What was signed is what had this digest."""

    digest: str  # SHA-256 of the file, in hex
    dated: str = ""  # the version's date as the policy writes it: "1st September 2018"
    approved: date | None = None
    review: date | None = None  # when the next review falls due


@dataclass(frozen=True)
class Citation:
    """Where a clause stands, so that anyone can find it in the printed policy."""

    title: str
    dated: str
    label: str
    headings: tuple[str, ...] = ()
    page: int | None = None
    numbered: bool = False  # the policy prints the label itself; otherwise we counted
    link: str = ""

    def __str__(self) -> str:
        edition = f"{self.title} ({self.dated})" if self.dated else self.title
        where = f"section {self.label}" if self.numbered else f"“{self.label}”"
        under = f", under “{self.headings[-1]}”" if self.numbered and self.headings else ""
        page = f", page {self.page}" if self.page else ""
        return f"{edition}, {where}{under}{page}"


@dataclass(frozen=True)
class Policy:
    """One version of one policy of one school, whole."""

    id: str
    title: str
    version: Version
    clauses: tuple[Clause, ...]
    link: str = ""  # where this version can be read on the web

    def anchor(self, clause: Clause) -> str:
        """The name of a clause's place on a page, the same for as long as the policy labels the clause so."""
        return self._anchors[clause.label]

    @cached_property
    def _anchors(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        taken: set[str] = set()
        times: Counter[str] = Counter()
        for clause in self.clauses:
            name = plain = re.sub(r"[^a-z0-9]+", "-", clause.label.casefold()).strip("-") or "clause"
            while name in taken:
                times[plain] += 1
                name = f"{plain}-n{times[plain] + 1}"
            taken.add(name)
            found[clause.label] = name
        return found

    def cite(self, clause: Clause) -> Citation:
        return Citation(
            self.title,
            self.version.dated,
            clause.label,
            clause.headings,
            clause.page,
            bool(clause.number),
            f"{self.link}#{self.anchor(clause)}" if self.link else "",
        )
