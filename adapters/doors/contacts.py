"""Whom to talk to, in school and outside it, and what people are told whom I am not for."""

from __future__ import annotations

from bot import guidance
from bot.card import Button, Card, Facts, Say
from bot.telling import POST_LABELS
from reports.people import Post, School

ACTION = "people"
WHO_KNOWS = Button("Who could I ask?", ACTION)
SHOWN = (Post.HEADTEACHER, Post.DEPUTY, Post.DSL, Post.DEPUTY_DSL, Post.CHAIR)
NOT_FOR_YOU = "I am only for people who work at this school."
NOT_SURE = "{platform} can't tell me just now whether you work here. If it can't wait, please call someone."


def card(school: School) -> Card:
    rows = [
        (POST_LABELS[post].capitalize(), ", ".join(person.name for person in school.holders(post) if person.active))
        for post in SHOWN
    ]
    outside = [(outside.name, outside.phone) for outside in school.outside if outside.phone]
    shown = tuple((name, value) for name, value in (*rows, *outside) if value)
    return Card("Who you can talk to", (Facts(shown), Say(guidance.POLICE)))


def refusal(school: School) -> Card:
    """For guests and people of other workspaces: numbers, and nothing about the school's own people."""
    return _numbers(school, "I can't help you here", NOT_FOR_YOU)


def unsure(school: School, platform: str) -> Card:
    """While the platform does not say whose account it is."""
    return _numbers(school, "Please try again shortly", NOT_SURE.format(platform=platform))


def _numbers(school: School, title: str, says: str) -> Card:
    lines = [f"{outside.name}: {outside.phone}" for outside in school.outside if outside.phone]
    return Card(title, (Say(says), *map(Say, lines), Say(guidance.POLICE)))
