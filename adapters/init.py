"""`candour init DIR`: the first files of a new school."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from adapters.faults import Faults
from adapters.serverkeys import SIZE, written

EXAMPLE = Path(__file__).resolve().parent / "sample" / "school.example.toml"
OWNER_ONLY, ANYBODY_READS = 0o600, 0o644
ENV = """\
# The settings of this machine. It holds secrets: keep it out of e-mail, chat and version control.
# The server's own key. Without it, no report can be read again, by anyone.
CANDOUR_KEY={key}
# Change to production when real reports may come.
CANDOUR_ENV=development
"""


def init(folder: Path, say: Callable[[str], None]) -> None:
    """Writes school.toml and .env, or neither. Raises Faults where one is there already or cannot be written."""
    key = written(os.urandom(SIZE))
    contents = {
        folder / "school.toml": (EXAMPLE.read_text("utf-8"), ANYBODY_READS),
        folder / ".env": (ENV.format(key=key), OWNER_ONLY),
    }
    there = [file for file in contents if os.path.lexists(file)]
    if there:
        raise Faults(f"{file}: is there already, and nothing was written. Wanted another folder." for file in there)
    _write(folder, contents)
    for file in contents:
        say(f"Wrote {file}")
    say("Change school.toml to your own school and people. Then try: candour doctor")
    say(f"Print this key and put it in the school safe. It is not shown again: {key}")


def _write(folder: Path, contents: dict[Path, tuple[str, int]]) -> None:
    done: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, (content, mode) in contents.items():
            # Never opened with wider rights than it keeps; O_EXCL: never over a file that came meanwhile.
            with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="utf-8") as opened:
                done.append(file)
                opened.write(content)
    except OSError as fault:
        for file in done:
            file.unlink(missing_ok=True)
        reason = (fault.strerror or "no reason given").lower()
        raise Faults([f"{fault.filename or folder}: cannot be written ({reason}). Nothing was kept."]) from None
