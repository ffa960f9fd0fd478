"""Reads a .env file, and says which lines cannot be read without repeating them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dotenv.parser import Original


def lines_of(file: Path) -> tuple[dict[str, str], list[str]]:
    """Values by name, and faults. A `${NAME}` inside a value is left as it stands: a password may hold one."""
    if not file.exists():
        return {}, []
    from io import StringIO

    from dotenv.parser import parse_stream  # dotenv_values would only log a line that it cannot read

    try:
        lines = list(parse_stream(StringIO(file.read_text("utf-8-sig"))))
    except OSError as fault:
        return {}, [f"{file}: cannot be read ({(fault.strerror or 'no reason given').lower()})."]
    except UnicodeDecodeError:
        return {}, [f"{file}: not UTF-8. Wanted the file saved again as UTF-8 text."]
    values = {line.key: line.value for line in lines if line.key and line.value is not None}
    unread = [_number(line.original) for line in lines if line.error or (line.key and line.value is None)]
    return values, [f"{file}: line {number} (not shown) cannot be read. Wanted NAME=value." for number in unread]


def _number(original: Original) -> int:
    """Counted from one; dotenv counts from the blank lines before."""
    blank = original.string[: -len(original.string.lstrip())]
    return original.line + blank.count("\n")
