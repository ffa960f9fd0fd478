"""candour inbox: what was delivered to one of the school's people, to be opened and acknowledged."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from adapters.commands import chat

EXAMPLE = "candour inbox --school sample --as h.head"


def add(parser: ArgumentParser) -> None:
    chat.add(parser)


def run(options: Namespace) -> int:
    return chat.run(options, first="inbox")
