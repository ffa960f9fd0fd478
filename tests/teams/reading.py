"""Finds what stands on a card: its elements, its fields and its buttons."""

from __future__ import annotations

from typing import Any


def elements(card: Any) -> list[dict[str, Any]]:
    """Every element and action, however deep."""
    if isinstance(card, dict):
        return [card, *(each for value in card.values() for each in elements(value))]
    return [each for value in card for each in elements(value)] if isinstance(card, list) else []


def fields(card: Any) -> list[dict[str, Any]]:
    return [each for each in elements(card) if str(each.get("type")).startswith("Input.")]


def buttons(card: Any) -> list[dict[str, Any]]:
    held = [action for each in elements(card) if each.get("type") == "ActionSet" for action in each["actions"]]
    return [action for action in held if action["type"] in ("Action.Submit", "Action.Execute")]


def button(card: Any, label: str) -> dict[str, Any]:
    found = [action for action in buttons(card) if action["title"] == label]
    assert found, f"no button {label!r}, but {[action['title'] for action in buttons(card)]}"
    return found[0]
