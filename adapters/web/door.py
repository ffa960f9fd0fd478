"""What the web process is made of: doors, each with its own routes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from aiohttp import web


class Door(Protocol):
    """Slack's, Teams', the desk's: whoever comes to one of its routes is its to answer.

    Its handlers hand work that waits (a store, a network) to a thread. What it raises becomes a page without a word
    of what went wrong.
    """

    def routes(self) -> Iterable[web.RouteDef]: ...


@runtime_checkable
class Running(Protocol):
    """A door may also have something that runs beside its routes."""

    async def start(self, application: web.Application, /) -> None:
        """Before the first request."""

    async def stop(self, application: web.Application, /) -> None:
        """After the last request, on SIGTERM and on Ctrl-C too."""
