"""What is said right after an answer, above the next question: care for its words, and what the choice shows."""

from __future__ import annotations

from collections.abc import Collection

from bot import boxes, findings, guidance
from bot.card import Kind, Say
from bot.flow import Turn
from bot.panels import PANELS
from bot.report_form import REPORT
from bot.sight import Parts, Sight

WITH_HELP = "wellbeing"  # a question that shows the same help itself


def after(turn: Turn, sight: Sight, asked: Collection[str]) -> Parts:
    """`asked` names the questions that come next."""
    words = _words(turn)
    danger = guidance.danger_parts(sight.school, sight.barred) if any(map(findings.danger, words)) else ()
    whole = () if sight.setting.forms else tuple(_kept_whole(text) for text in words if len(text) > boxes.BOX)
    helped = WITH_HELP in asked or not any(map(findings.self_harm, words))
    support = () if helped else guidance.support_parts(sight.school)
    return (*danger, *support, *whole, *(part for panel in turn.panels for part in PANELS[panel](sight)))


def _words(turn: Turn) -> tuple[str, ...]:
    """Everything that was just written in their own words."""
    written = [name for name in turn.given if REPORT.step(name).kind is Kind.TEXT]
    return tuple(text for name in written for text in turn.answers.get(name, ()))


def _kept_whole(text: str) -> Say:
    return Say(f"That is a long one. I've kept all of it: {len(text):,} characters.")
