"""Writes the people of a spreadsheet into a school.toml, and leaves everything else in it as it was."""

from __future__ import annotations

import csv
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, Comment, Table, Whitespace

from adapters.faults import Faults, did_you_mean
from adapters.schoolfile import read_school

LARGEST = 1_000_000  # bytes
COLUMNS = ("id", "name", "posts", "manager", "email", "slack", "teams", "active")
WANTED = f" Wanted: {', '.join(COLUMNS)}."
YES_NO = {"": True, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
NOTHING_CHANGED = "Nothing was changed. Put this right in the spreadsheet, then import it again."
PLACE = re.compile(r"^.*?people\[(\d+)\](?:\.|: )")  # how school.toml's own faults begin
Row = Mapping[str, str]


@dataclass(frozen=True)
class Imported:
    added: tuple[str, ...]
    changed: tuple[str, ...]


def rows(file: Path) -> Mapping[int, Row]:
    """One for each person, by its number in the spreadsheet. Excel's mark at the start and semicolons are understood.

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
    found = {}
    for row in read:
        found[read.line_num] = {name: (row[name] or "").strip() for name in read.fieldnames if name}
    return {number: row for number, row in found.items() if any(row.values())}


def merge(school: Path, people: Mapping[int, Row]) -> Imported:
    """Add who is new and change who is known, by their id; an empty cell changes nothing. All or nothing.

    Raises Faults where the file that would come of it is not a good school.toml; then it is left alone.
    """
    text = school.read_text(encoding="utf-8-sig")
    document = tomlkit.parse(text)
    blocks = document.setdefault("people", tomlkit.aot())
    known = {str(block.get("id", "")): block for block in blocks}
    rows_of: dict[str, int] = {}
    added, changed = [], []
    for number, row in people.items():
        id = row.get("id", "")
        if not id:
            raise Faults([f"row {number}: id: missing. Wanted a short name that stays theirs, such as t.teacher."])
        if (first := rows_of.setdefault(id, number)) != number:  # two people under one id would become one
            raise Faults([f"row {number}: id: “{id}” is in row {first} too. Wanted one row for each person."])
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
        raise Faults([*(_of_the_row(fault, blocks, rows_of) for fault in faults), NOTHING_CHANGED])
    _replace(school, written)
    return Imported(tuple(added), tuple(changed))


def _of_the_row(fault: str, blocks: AoT, rows_of: Mapping[str, int]) -> str:
    """A fault says which of the [[people]] it is about, and a spreadsheet counts rows."""
    found = PLACE.search(fault)
    row = rows_of.get(str(blocks[int(found[1]) - 1].get("id", ""))) if found else None
    return f"row {row}: {fault[found.end() :]}" if found and row else fault


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
    for line in _below(blocks[-1]) if len(blocks) else ():
        block.add(line)
    blocks.append(block)
    return block


def _below(block: Table) -> list[Comment | Whitespace]:
    """Takes away the comments after the blank line that ends a block: they are about what comes next in the file."""
    body = block.value.body
    last = max(place for place, (key, _) in enumerate(body) if key is not None)
    ends = next((place for place in range(last + 1, len(body)) if isinstance(body[place][1], Whitespace)), len(body))
    lines = [item for _, item in body[ends + 1 :] if isinstance(item, Comment | Whitespace)]
    del body[ends + 1 :]
    return lines


def _replace(file: Path, text: str) -> None:
    """In one step: whoever reads it meanwhile has the old one or the new one, whole."""
    part = file.with_name(f"{file.name}.part")
    part.write_text(text, encoding="utf-8")
    part.chmod(file.stat().st_mode & 0o777)
    os.replace(part, file)
