"""How many days a closed report is kept before its words are shed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Retention:
    default: int = 90
    kinds: tuple[tuple[str, int], ...] = ()  # a kind's value and its own number of days

    def days(self, kind: str) -> int:
        return dict(self.kinds).get(kind, self.default)
