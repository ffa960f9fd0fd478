"""Writes the people of a spreadsheet into a school.toml, and leaves everything else in it as it was."""

from __future__ import annotations

import csv
import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from adapters.faults import Faults, did_you_mean
from adapters.schoolfile import read_school

LARGEST = 1_000_000  # bytes
COLUMNS = ("id", "name", "posts", "manager", "email", "slack", "teams", "active")
WANTED = f" Wanted: {', '.join(COLUMNS)}."
YES_NO = {"": True, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
Row = Mapping[str, str]


@dataclass(frozen=True)
class Imported:
    added: tuple[str, ...]
    changed: tuple[str, ...]


def rows(file: Path) -> tuple[Row, ...]:
    """One for each person, by column. Excel's mark at the start, and semicolons between columns, are understood.

    Raises Faults.
    """
    try:
        content = file.read_bytes()[: LARGEST + 1].decode("utf-8-sig")
    except OSError as fault:
        raise Faults([f"{file}: cannot be read ({(fault.strerror or 'unknown').lower()})."]) from None
    except UnicodeDecodeError:
        raise Faults([f"{file}: not UTF-8. Wanted it saved as “CSV UTF-8”."]) from None
    if len(content) > LARGEST:
        raise Faults([f"{file}: larger than {LARGEST:,} bytes. Wanted one school's people."])
    lines = content.splitlines()
    read = csv.DictReader(lines, delimiter=";" if lines and lines[0].count(";") > lines[0].count(",") else ",")
    read.fieldnames = [name.strip().casefold() for name in read.fieldnames or ()]
    _check(file, read.fieldnames)
    found = tuple({name: (row[name] or "").strip() for name in read.fieldnames if name} for row in read)
    return tuple(row for row in found if any(row.values()))


def merge(school: Path, people: Sequence[Row]) -> Imported:
    """Add who is new and change who is known, by their id; an empty cell changes nothing. All or nothing.

    Raises Faults where the file that would come of it is not a good school.toml; then it is left alone.
    """
    text = school.read_text(encoding="utf-8-sig")
    document = tomlkit.parse(text)
    blocks = document.setdefault("people", tomlkit.aot())
    known = {str(block.get("id", "")): block for block in blocks}
    added, changed = [], []
    for number, row in enumerate(people, start=2):  # as a spreadsheet counts its rows, below the headings
        id = row.get("id", "")
        if not id:
            raise Faults([f"row {number}: id: missing. Wanted a short name that stays theirs, such as t.teacher."])
        values = _values(row, number)
        if id not in known:
            known[id] = _added(blocks, values)
            added.append(id)
        elif any(known[id].get(key) != value for key, value in values.items()):
            known[id].update(values)
            changed.append(id)
    written = tomlkit.dumps(document)
    _, faults = read_school(school, tomllib.loads(written))
    if faults:
        raise Faults([*faults, "Nothing was changed. Put this right in the spreadsheet, then import it again."])
    _replace(school, written)
    return Imported(tuple(added), tuple(changed))


def _check(file: Path, names: Iterable[str]) -> None:
    faults = [
        f"{file}: “{name}” is no column here.{did_you_mean(name, COLUMNS) or WANTED}"
        for name in names
        if name and name not in COLUMNS
    ]
    if "id" not in names:
        faults.append(f"{file}: there is no column “id”.{WANTED}")
    if faults:
        raise Faults(faults)


def _values(row: Row, number: int) -> dict[str, Any]:
    values: dict[str, Any] = {key: row[key] for key in COLUMNS if row.get(key)}
    if "posts" in values:
        values["posts"] = [post.strip() for post in values["posts"].replace("|", ",").replace(";", ",").split(",")]
    if "active" in values:
        said = values["active"].casefold()
        if said not in YES_NO:
            raise Faults([f"row {number}: active: “{values['active']}” is neither yes nor no."])
        values["active"] = YES_NO[said]
    return values


def _added(blocks: AoT, values: Mapping[str, Any]) -> Table:
    block = tomlkit.table()
    for key, value in values.items():
        block.add(key, value)
    block.add(tomlkit.nl())
    blocks.append(block)
    return block


def _replace(file: Path, text: str) -> None:
    """In one step: whoever reads it meanwhile has the old one or the new one, whole."""
    part = file.with_name(f"{file.name}.part")
    part.write_text(text, encoding="utf-8")
    part.chmod(file.stat().st_mode & 0o777)
    os.replace(part, file)
