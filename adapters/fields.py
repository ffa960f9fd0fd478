"""Reads a TOML table by a table of fields, gathering every fault instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from adapters.faults import did_you_mean

LONGEST_SHOWN = 60  # characters of a wrong value that a fault repeats
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
CLOCK = re.compile(r"\d{2}:\d{2}", re.ASCII)

Reader = Callable[[object], Any]  # the value as TOML has it -> our value, or Unfit


class Unfit(Exception):
    """Sentences that each name a value and what was wanted."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = sentences
        super().__init__(" ".join(sentences))


@dataclass(frozen=True)
class Field:
    """How one key is read. Missing or empty, it keeps its own default, unless `needed` says what to write."""

    read: Reader
    needed: str = ""


Fields = Mapping[str, Field]


def read_fields(fields: Fields, table: object, at: str, faults: list[str]) -> dict[str, Any]:
    """The values that could be read; each fault is added to `faults`, headed by `at` and its key."""
    if not isinstance(table, dict):
        faults.append(f"{at}: {shown(table)} is not a table of keys.")
        return {}
    faults.extend(_unknown(key, fields, at) for key in table if key not in fields)
    values: dict[str, Any] = {}
    for key, field in fields.items():
        if table.get(key, "") != "":  # an empty text is a blank left on a form
            try:
                values[key] = field.read(table[key])
            except Unfit as unfit:
                faults.extend(f"{at}.{key}: {sentence}" for sentence in unfit.sentences)
        elif field.needed:
            faults.append(f"{at}.{key}: missing. Wanted {field.needed}.")
    return values


def _unknown(key: str, known: Iterable[str], at: str) -> str:
    wanted = did_you_mean(key, known) or f" Wanted one of: {', '.join(known)}."
    return f"{at}: {shown(key)} is not a key here.{wanted}"


def shown(value: object) -> str:
    """A wrong value as a fault repeats it: on one line, in straight quotes, and not at length."""
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int) and value.bit_length() > LONGEST_SHOWN:
        return "a huge number"  # Python refuses to write out some that TOML can hold
    words = str(value).lower() if isinstance(value, bool) else str(value)
    words = "".join(letter if letter.isprintable() else "?" for letter in words[:LONGEST_SHOWN])
    words += "…" if len(str(value)) > LONGEST_SHOWN else ""
    return f'"{words}"' if isinstance(value, str) else words


def line(value: object) -> str:
    """One line of text; characters that cannot be seen could make one name look like another."""
    if not isinstance(value, str) or not value.strip():
        raise Unfit(f"{shown(value)} is not text. Wanted words in quotes.")
    unseen = next((letter for letter in value if not letter.isprintable() and letter != "\u00a0"), None)
    if unseen is not None:
        raise Unfit(f"{shown(value)} holds a character that cannot be seen (U+{ord(unseen):04X}). Please retype it.")
    return value.replace("\u00a0", " ").strip()


def identifier(value: object) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise Unfit(
            f"{shown(value)} is not an id. Wanted up to 64 letters (a to z), digits, dots, hyphens or underscores, "
            "beginning with a letter or digit."
        )
    return value


def email(value: object) -> str:
    address = line(value)
    before, _, after = address.rpartition("@")
    if not before or not after or "@" in before or " " in address:
        raise Unfit(f'{shown(value)} is not an e-mail address. Wanted one like "name@school.example".')
    return address


def flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise Unfit(f"{shown(value)} is neither true nor false. Wanted true or false, without quotes.")
    return value


def whole(least: int, most: int, why: str) -> Reader:
    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise Unfit(f"{shown(value)} will not do. Wanted a whole number from {least} to {most}{why}.")
        return value

    return read


def one_of(words: Iterable[str], what: str) -> Reader:
    """The member of `words` that equals the value, so that an enumeration's own member comes back."""
    known = {str(word): word for word in words}

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in known:
            near = did_you_mean(value, known) if isinstance(value, str) else ""
            raise Unfit(f"{shown(value)} is not {what}. Wanted one of: {', '.join(known)}.{near}")
        return known[value]

    return read


def each(read: Reader, into: Callable[[list[Any]], Any] = tuple) -> Reader:
    def read_all(value: object) -> Any:
        if not isinstance(value, list):
            raise Unfit(f"{shown(value)} is not a list. Wanted a list in square brackets.")
        fit: list[Any] = []
        unfit: list[str] = []
        for item in value:
            try:
                fit.append(read(item))
            except Unfit as fault:
                unfit.extend(fault.sentences)
        if unfit:
            raise Unfit(*unfit)
        return into(fit)

    return read_all


def day(value: object) -> date:
    """A date, quoted or not; TOML's own dates with a time of day are refused."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        if isinstance(value, str) and ISO_DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass  # the 31st of February: told below
    raise Unfit(f'{shown(value)} is not a date. Wanted one like "2026-10-26".')


def clock(value: object) -> time:
    if isinstance(value, time):
        return value
    try:
        if isinstance(value, str) and CLOCK.fullmatch(value):
            return time.fromisoformat(value)
    except ValueError:
        pass  # 25:00: told below
    raise Unfit(f'{shown(value)} is not a time of day. Wanted one like "08:30".')


def span(read: Reader, example: str, instants: bool = False) -> Reader:
    """Two values in order. A span of days may be one day long; a span of `instants` may not be empty."""

    def read_span(value: object) -> tuple[Any, Any]:
        if not isinstance(value, list) or len(value) != 2:
            raise Unfit(f"{shown(value)} is not a beginning and an end. Wanted {example}.")
        first, last = each(read)(value)
        if last < first or (instants and last == first):
            raise Unfit(f"it ends ({last}) before it begins ({first}). Wanted the earlier first, as in {example}.")
        return first, last

    return read_span
