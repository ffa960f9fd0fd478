"""Turns what the policies say about whom to tell into what the router reads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.duties import Duty, duties
from knowledge.policy import Policy
from reports.people import Post
from reports.report import Kind, Role
from reports.route import Mandate


def mandates(policies: Sequence[Policy]) -> tuple[Mandate, ...]:
    """In the order of the policies; the first that fits a hop is the one that is cited."""
    return _mandates(tuple(policies))


@lru_cache(32)  # schools: their policies seldom change, and are asked for anew with every desk
def _mandates(policies: tuple[Policy, ...]) -> tuple[Mandate, ...]:
    return tuple(_mandate(duty) for duty in duties(policies))


def _mandate(duty: Duty) -> Mandate:
    return Mandate(
        frozenset(Kind(topic) for topic in duty.topics if topic in set(Kind)),
        frozenset({Role.HEAD}) if duty.about_head else frozenset(Role(subject) for subject in duty.subjects),
        frozenset(Post(post) for post in duty.posts if post in set(Post)),
        str(duty.policy.cite(duty.clause)),
    )
