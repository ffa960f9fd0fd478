"""candour init: the first files of a new school."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from adapters import init

EXAMPLE = "candour init st-osmunds"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="where to write them; made if it is not there")


def run(options: Namespace) -> int:
    init.init(options.folder, print)
    return 0
