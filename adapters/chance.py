"""Draws case ids, private codes and waits from the system's randomness."""

from __future__ import annotations

import secrets

from reports.report import CaseId

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is taken for another when written by hand
ID_LETTERS, CODE_LETTERS = 10, 16  # 49 and 78 bits


class SystemChance:
    def case_id(self) -> CaseId:
        return CaseId(_drawn(ID_LETTERS))

    def code(self) -> str:
        return _drawn(CODE_LETTERS)

    def share(self) -> float:
        """From 0 to just below 1."""
        return secrets.randbits(53) / (1 << 53)


def _drawn(letters: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(letters))
