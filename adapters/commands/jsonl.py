"""Reads lines of JSON from another program, and says which line is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from adapters.faults import Faults


def objects(lines: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """Raises Faults, naming the line."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            raise Faults([f"line {number} of the input is not JSON. Wanted one object a line."]) from None
        if not isinstance(found, dict):
            raise Faults([f"line {number} of the input is not an object. Wanted one object a line."])
        yield found


def required(found: Mapping[str, Any], *names: str) -> tuple[str, ...]:
    """Raises Faults where a name is missing or its value is no text."""
    for name in names:
        if not isinstance(found.get(name), str):
            raise Faults(
                [f"{name}: it is missing from a line of the input, or is not text. Wanted {', '.join(names)}."]
            )
    return tuple(found[name] for name in names)


def listed(found: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """None where it is left out. Raises Faults where it is no list of texts."""
    values = found.get(name) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise Faults([f"{name}: wanted a list of texts."])
    return tuple(values)
