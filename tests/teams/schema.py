"""What Teams refuses in a card: written from its documentation, since its own renderer says nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

ELEMENTS: Mapping[str, tuple[str, ...]] = {  # what each must have
    "AdaptiveCard": ("version", "body"),
    "RichTextBlock": ("inlines",),
    "TextRun": ("text",),
    "Container": ("items",),
    "ActionSet": ("actions",),
    "Input.Text": ("id", "label"),
    "Input.ChoiceSet": ("id", "label", "choices"),
    "Action.Submit": ("title", "data"),
    "Action.Execute": ("title", "data", "verb", "fallback"),
    "Action.ToggleVisibility": ("title", "targetElements"),
    "Action.OpenUrl": ("url",),
    "task/fetch": (),
}
STYLES = frozenset({"compact", "expanded", "filtered"})
MOST_ACTIONS = 6
MOST_USERS = 60


def faults(card: Mapping[str, Any], dialog: bool) -> list[str]:
    found = [fault for element in _elements(card) for fault in _of(element)]
    if card.get("version") != "1.5" or not card.get("speak") or not card.get("fallbackText"):
        found.append("a card without version, speech or fallback")
    ids = Counter(element["id"] for element in _elements(card) if isinstance(element.get("id"), str))
    found += [f"id {id!r} stands {times} times" for id, times in ids.items() if times > 1]
    kinds = {element.get("type") for element in _elements(card)}
    if dialog and "Action.Execute" in kinds:
        found.append("a dialog takes Action.Submit alone")
    if len(card.get("refresh", {}).get("userIds", ())) > MOST_USERS:
        found.append("a card for too many")
    return found


def _of(element: Mapping[str, Any]) -> list[str]:
    kind = element.get("type")
    if kind is None:
        return []
    if kind not in ELEMENTS:
        return [f"no element of ours: {kind}"]
    lacking = [name for name in ELEMENTS[kind] if name not in element and not _refreshing(element, name)]
    found = [f"{kind} without {name}" for name in lacking]
    if kind == "ActionSet" and not 0 < len(element["actions"]) <= MOST_ACTIONS:
        found.append(f"{len(element['actions'])} actions in a row")
    if kind == "Action.OpenUrl" and not element["url"].startswith("https://"):
        found.append(f"opens {element['url'][:30]}")
    if kind == "TextRun" and not (isinstance(element["text"], str) and element["text"]):
        found.append("a run without words")
    if kind == "TextRun" and "\n" in element["text"]:
        found.append("a run of several lines")
    if kind == "Input.ChoiceSet" and not element["choices"]:
        found.append("nothing to choose from")
    if kind == "Input.ChoiceSet":
        values = {choice["value"] for choice in element["choices"]}
        chosen = set(filter(None, element.get("value", "").split(",")))
        found += [] if element["style"] in STYLES else [f"a list of no known style: {element['style']}"]
        found += [] if chosen <= values else [f"a choice that is not offered: {chosen - values}"]
    return found


def _refreshing(element: Mapping[str, Any], name: str) -> bool:
    return name == "fallback" and element.get("title") == "Again"


def _elements(value: Any) -> list[Mapping[str, Any]]:
    if isinstance(value, dict):
        return [value, *(each for inner in value.values() for each in _elements(inner))]
    return [each for inner in value for each in _elements(inner)] if isinstance(value, list) else []
