"""Finds and reads the school.toml of every school."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from adapters.faults import Faults
from adapters.schoolfile import PolicyFile, Registered, read_school

__all__ = ["Faults", "PolicyFile", "Registered", "schools"]

LARGEST = 1_000_000  # bytes; two thousand people need a third of it


def schools(path: Path) -> dict[str, Registered]:
    """Every school by its id, from one file or from the *.toml and */school.toml of a folder.

    Raises Faults: every fault of every file, together.
    """
    registered: list[Registered] = []
    faults: list[str] = []
    for file in _files(path):
        try:
            school, found = read_school(file, _content(file))
        except Faults as unreadable:
            faults.extend(unreadable.lines)
        else:
            registered.append(school)
            faults.extend(found)
    faults.extend(_repeated(registered))
    if faults:
        raise Faults(faults)
    return {entry.school.id: entry for entry in registered}


def _files(path: Path) -> Sequence[Path]:
    if not os.path.isdir(path):  # Path.is_dir raises where a name is too long
        return [path]
    files = sorted(path.glob("*.toml")) + sorted(path.glob("*/school.toml"))
    if not files:
        raise Faults([f"{path}: no school is here. Wanted a file such as {path / 'school.toml'}."])
    return files


def _content(file: Path) -> Mapping[str, Any]:
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise Faults([f"{file}: larger than {LARGEST:,} bytes. Wanted one school's people and choices, no more."])
        return tomllib.loads(content.decode("utf-8-sig"))  # Windows' Notepad puts a mark before the text
    except OSError as fault:
        reason = (fault.strerror or "it cannot be read").lower()
        raise Faults([f"{file}: cannot be read ({reason}). Wanted a school.toml, or a folder of them."]) from None
    except UnicodeDecodeError as fault:
        row = content.count(b"\n", 0, fault.start) + 1
        raise Faults([f"{file}: line {row} is not UTF-8. Wanted the file saved again as UTF-8 text."]) from None
    except (ValueError, RecursionError) as fault:  # what TOML's reader raises, on bad and on bottomless files
        reason = str(fault) if isinstance(fault, tomllib.TOMLDecodeError) else "a value too deep or too large"
        raise Faults([f"{file}: not TOML: {reason}. Wanted a file like school.example.toml."]) from None


def _repeated(registered: Iterable[Registered]) -> Iterable[str]:
    first: dict[str, Path] = {}
    for entry in registered:
        id = entry.school.id
        before = first.setdefault(id.casefold(), entry.path)
        if id and before != entry.path:
            yield f'{entry.path}: school.id: "{id}" is the id of the school in {before} too. Wanted one of its own.'
