"""Checks a value against a JSON schema of draft 7, as far as Slack's own schema uses it; an unknown word is a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

KINDS: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
PASSED_OVER = frozenset(
    "$schema definitions description title _note default format type $ref enum const required properties "
    "additionalProperties patternProperties items pattern maxLength minLength maxItems minItems uniqueItems "
    "maxProperties minProperties regex".split()
)


def faults(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], at: str = "") -> Iterator[str]:
    if "$ref" in schema:
        yield from faults(value, _at(schema["$ref"], root), root, at)
        return
    for word in schema.keys() - PASSED_OVER:
        yield f"{at}: the schema says {word}, which is not known here"
    kind = schema.get("type")
    if kind and not isinstance(value, KINDS[kind]):
        yield f"{at}: is no {kind}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: is none of {schema['enum']}"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: is not {schema['const']}"
    check = {dict: _object, list: _array, str: _string}.get(type(value))
    if check:
        yield from check(value, schema, root, at)


def _at(reference: str, root: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Any = root
    for name in reference.removeprefix("#/").split("/"):
        found = found[name]
    return dict(found)


def _object(value: Mapping[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], at: str) -> Iterator[str]:
    yield from (f"{at}: lacks {name}" for name in schema.get("required", ()) if name not in value)
    known, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    if not schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", len(value)):
        yield f"{at}: has {len(value)} properties"
    for name, inner in value.items():
        wanted = [known[name]] if name in known else [each for word, each in patterns.items() if re.search(word, name)]
        if not wanted and schema.get("additionalProperties") is False:
            yield f"{at}: {name} is not known"
        for each in wanted:
            yield from faults(inner, each, root, f"{at}/{name}")


def _array(value: list[Any], schema: Mapping[str, Any], root: Mapping[str, Any], at: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        yield f"{at}: has {len(value)} items"
    if schema.get("uniqueItems") and len({repr(each) for each in value}) < len(value):
        yield f"{at}: has one item twice"
    for number, each in enumerate(value):
        yield from faults(each, schema.get("items", {}), root, f"{at}/{number}")


def _string(value: str, schema: Mapping[str, Any], _: object, at: str) -> Iterator[str]:
    if not schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value)):
        yield f"{at}: has {len(value)} characters"
    for word in ("pattern", "regex"):  # the second is Slack's own, and means the same
        if word in schema and not re.search(schema[word], value):
            yield f"{at}: does not fit {schema[word]}"
