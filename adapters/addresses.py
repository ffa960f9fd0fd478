"""Where the pages of policies stand, for those who link to them and those who serve them."""

from __future__ import annotations

from urllib.parse import quote

ROOT = "/policies"


def policies(school: str) -> str:
    return f"{ROOT}/{quote(school, safe='')}"


def policy(school: str, id: str) -> str:
    """Leads to the version in force."""
    return f"{policies(school)}/{quote(id, safe='')}"


def version(school: str, id: str, number: int) -> str:
    return f"{policy(school, id)}/{number}"
