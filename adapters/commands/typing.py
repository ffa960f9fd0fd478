"""Lines as someone types them, or as a program feeds them through a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TextIO

from adapters.commands.interrupts import Interrupts

PROMPT = "\n› "
GOES_ON = "\\"  # at a line's end: the answer goes on in the next line


def lines(stream: TextIO, interrupts: Interrupts) -> Iterator[str]:
    """Until the end of the input, or Ctrl-C or Ctrl-D at a prompt."""
    read = _at_a_prompt if stream.isatty() else lambda _: _from(stream)
    while (line := _whole(lambda prompt: interrupts.heard(lambda: read(prompt)))) is not None:
        yield line


def _whole(read: Callable[[str], str | None]) -> str | None:
    line = read(PROMPT)
    while line is not None and line.endswith(GOES_ON):
        more = read("  ")
        line = line.removesuffix(GOES_ON) + ("" if more is None else "\n" + more)
    return line


def _from(stream: TextIO) -> str | None:
    line = stream.readline()
    return line.rstrip("\r\n") if line else None


def _at_a_prompt(prompt: str) -> str | None:
    import readline

    readline.set_auto_history(False)  # what was typed before is nobody else's to page back to
    try:
        return input(prompt)
    except (EOFError, KeyboardInterrupt):
        print()
        return None
