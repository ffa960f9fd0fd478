"""What comes before anything else where words speak of danger, of a sexual picture or of harming oneself."""

from __future__ import annotations

from bot import findings, guidance
from bot.card import Say
from bot.guidance import NOBODY, Barred
from reports.people import School


def parts(words: str, school: School, barred: Barred = NOBODY) -> tuple[Say, ...]:
    """Nothing where they speak of none of these."""
    danger = guidance.danger_parts(school, barred) if findings.danger(words) else ()
    image = guidance.image_parts(school, barred) if findings.image_words(words) else ()
    support = guidance.support_parts(school) if findings.self_harm(words) else ()
    return (*danger, *image, *support)
