"""The web process without a network: one event loop, aiohttp's own test client, and answers as plain values."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL


@dataclass(frozen=True)
class Answer:
    status: int
    body: str
    headers: Mapping[str, str]
    cookies: Mapping[str, str]

    @property
    def seen(self) -> Seen:
        return Seen.of(self.body)


@dataclass
class Site:
    """Follows no redirect and keeps no cookie: a test says what is sent."""

    loop: asyncio.AbstractEventLoop
    client: TestClient[web.Request, web.Application]

    def ask(self, method: str, path: str, data: object = None, **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.loop.run_until_complete(self._ask(method, path, data, named))

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    async def _ask(self, method: str, path: str, data: object, headers: Mapping[str, str]) -> Answer:
        self.client.session.cookie_jar.clear()
        url = URL(path, encoded=True)
        async with self.client.request(method, url, data=data, headers=headers, allow_redirects=False) as response:
            cookies = {name: morsel.OutputString() for name, morsel in response.cookies.items()}
            return Answer(response.status, await response.text(), dict(response.headers), cookies)


@contextmanager
def site(application: web.Application) -> Iterator[Site]:
    loop = asyncio.new_event_loop()
    server = TestServer(application)
    client = TestClient(server, loop=loop)
    try:
        loop.run_until_complete(server.start_server(access_log=None))  # as `candour serve` starts it
        yield Site(loop, client)
    finally:
        loop.run_until_complete(client.close())
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


@dataclass
class Seen(HTMLParser):
    """What a page holds, as a browser reads it: every element with its attributes, and the words that are shown."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, body: str) -> Seen:
        seen = cls()
        HTMLParser.__init__(seen, convert_charrefs=True)
        seen.feed(body)
        seen.close()
        return seen

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in {"meta", "link", "input", "hr", "br"}:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.inside or self.inside.pop() != tag:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] not in {"style", "title"}:
            self.shown.append(data)

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [found for name, found in self.elements if name == tag and wanted.items() <= found.items()]

    @property
    def words(self) -> str:
        return " ".join("".join(self.shown).split())

    @property
    def whole(self) -> bool:
        """Every element that was opened was closed, in order."""
        return not self.unclosed and not self.inside
