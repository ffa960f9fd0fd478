"""Starts the process that reads a PDF, and takes from it what it found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator

from adapters.formats import Unreadable
from adapters.formats.pdfium.limits import LARGEST_FILE, LONGEST, TOO_SLOW
from adapters.formats.pdfium.pieces import Piece, Rule, Sheet, Wall

_COMMAND = (sys.executable, "-P", "-m", "adapters.formats.pdfium")  # -P: nothing from the folder we stand in


def sheets(data: bytes) -> list[Sheet]:
    """Every page that shows text, or a picture in its place, in order. Raises Unreadable."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(
            f"The file is larger than {LARGEST_FILE >> 20} MB. Please save the policy alone, without pictures."
        )
    if b"%PDF" not in data[:1024]:
        raise Unreadable("The file is not a PDF, whatever its name says. Please save the policy as a PDF again.")
    try:
        done = subprocess.run(  # noqa: S603 - our own module; the file reaches it as bytes, never as an argument
            _COMMAND, input=data, capture_output=True, timeout=LONGEST, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired:
        raise _too_slow() from None
    if done.returncode == TOO_SLOW:
        raise _too_slow()
    if done.returncode:
        raise Unreadable("The PDF is damaged or too tangled to be read. Please save the policy as a PDF again.")
    return list(_sheets(done.stdout))


def _too_slow() -> Unreadable:
    return Unreadable(
        "The PDF takes too long to read. Please save the policy as a new PDF, without pictures or drawings."
    )


def _environment() -> dict[str, str]:
    """Where Python finds its modules, and none of our secrets."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}


def _sheets(answer: bytes) -> Iterator[Sheet]:
    for line in answer.splitlines():
        told = json.loads(line)
        if "unreadable" in told:
            raise Unreadable(told["unreadable"])
        pieces = tuple(Piece(*each) for each in told["pieces"])
        rules = tuple(Rule(*each) for each in told["rules"])
        walls = tuple(Wall(*each) for each in told["walls"])
        yield Sheet(told["number"], told["width"], told["height"], pieces, rules, walls, told["pictured"])
