"""Turns frozen values into JSON and back, by their own type hints."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

IS = "is"  # the key that names which of a union's classes a value is


def pack(value: Any) -> bytes:
    """The value's class is named beside its fields, so that `unpack` can choose among several."""
    return json.dumps(_plain(value) | {IS: type(value).__name__}, ensure_ascii=False).encode()


def unpack(packed: bytes, *classes: type) -> Any:
    fields = json.loads(packed)
    wanted = fields.pop(IS)
    return _value({kind.__name__: kind for kind in classes}[wanted], fields)


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case frozenset():
            return sorted(map(_plain, value))
        case tuple() | list():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(name): _plain(item) for name, item in value.items()}
        case _ if dataclasses.is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _value(hint: Any, plain: Any) -> Any:
    """A plain value read as its hint says; fields that an older release did not write keep their defaults."""
    if plain is None:
        return None
    while isinstance(hint, typing.NewType):
        hint = hint.__supertype__
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _value(next(kind for kind in inner if kind is not type(None)), plain)
    if origin is frozenset:
        return frozenset(_value(inner[0], item) for item in plain)
    if origin is tuple:
        kinds = [inner[0]] * len(plain) if inner[-1] is Ellipsis else inner
        return tuple(_value(kind, item) for kind, item in zip(kinds, plain, strict=True))
    if origin is not None:  # a mapping of names to tuples: a form's answers
        return {name: _value(inner[1], item) for name, item in plain.items()}
    if dataclasses.is_dataclass(hint):
        hints = _hints(typing.cast(type, hint))
        return typing.cast(type, hint)(**{name: _value(hints[name], item) for name, item in plain.items()})
    if hint in (datetime, date):
        return hint.fromisoformat(plain)
    return hint(plain) if isinstance(hint, type) and issubclass(hint, Enum) else plain
