"""Looks for bytes in every file of a folder: `python -m tests.privacy.traces FOLDER HEX...`, a line for each find.

A process of its own: a process that has a SQLite file open and then reads it as a plain file lets go of its locks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

PART = 40  # bytes: a row may be laid across pages, and any part of it is a trace of it


def parts(whole: bytes) -> Iterator[bytes]:
    middle = len(whole) // 2
    yield from (whole[:PART], whole[middle : middle + PART], whole[-PART:])


def main(folder: Path, wanted: list[bytes]) -> None:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        held = file.read_bytes()
        for number, whole in enumerate(wanted):
            if any(part in held for part in parts(whole)):
                print(f"{file.name} holds part of number {number}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [bytes.fromhex(word) for word in sys.argv[2:]])
