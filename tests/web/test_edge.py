"""Around every door: the same headers, numbers without content, bounded bodies and times, and faults told to nobody."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from aiohttp import web

from adapters.assembly import House
from adapters.web.app import LARGEST, app
from adapters.web.counters import Counters
from adapters.web.door import Door
from adapters.web.edge import edge
from adapters.web.headers import STYLE_HASH
from adapters.web.health import Health
from adapters.web.house import ready
from tests.web.visiting import Site, site

WORDS = "what somebody wrote"
MONITOR = "a-long-enough-monitor-key"


class Odd(Door):
    """A door whose handlers do all that a handler should not."""

    def __init__(self) -> None:
        self.life_story: list[str] = []

    def routes(self) -> Iterable[web.RouteDef]:
        yield web.get("/fault/{id}", self.fault)
        yield web.post("/read", self.read)
        yield web.get("/kept", self.kept)

    async def start(self, _: web.Application) -> None:
        self.life_story.append("begun")

    async def stop(self, _: web.Application) -> None:
        self.life_story.append("ended")

    async def fault(self, _: web.Request) -> web.Response:
        raise KeyError(WORDS)

    async def read(self, request: web.Request) -> web.Response:
        return web.Response(text=str(len(await request.read())))

    async def kept(self, _: web.Request) -> web.Response:
        return web.Response(text="x", headers={"Cache-Control": "max-age=60"})


def doors(counters: Counters, key: str = MONITOR) -> tuple[Door, ...]:
    return (Odd(), Health(lambda: True, lambda: 7, counters, key))


@pytest.fixture
def visit() -> Iterator[Site]:
    counters = Counters()
    with site(app(doors(counters), counters, encrypted=True)) as found:
        yield found


@pytest.mark.parametrize("path", ["/healthz", "/fault/1", "/nowhere", "/metrics"])
def test_every_answer_has_every_header(visit: Site, path: str) -> None:
    headers = visit.get(path).headers
    content = headers["Content-Security-Policy"]
    assert content.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{STYLE_HASH}'" in content
    assert "unsafe" not in content
    assert "frame-ancestors 'none'" in content
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_a_browser_is_not_told_to_keep_to_https_where_there_is_none() -> None:
    counters = Counters()
    with site(app(doors(counters), counters)) as visit:
        assert "Strict-Transport-Security" not in visit.get("/healthz").headers


def test_an_answer_that_may_be_kept_says_so_itself(visit: Site) -> None:
    assert visit.get("/kept").headers["Cache-Control"] == "max-age=60"


def test_a_fault_is_told_to_nobody_and_its_words_are_not_logged(visit: Site, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = visit.get("/fault/somebodys-id")
    assert answer.status == 500
    assert answer.seen.words.endswith("tell whoever runs me if it comes back.")
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("candour"))
    assert logged == "GET /fault/{id} failed: KeyError"
    assert WORDS not in caplog.text + answer.body
    assert "somebodys-id" not in caplog.text


def test_a_body_that_is_too_long_is_refused(visit: Site) -> None:
    assert visit.ask("POST", "/read", BytesIO(b"x" * LARGEST)).body == str(LARGEST)
    assert visit.ask("POST", "/read", BytesIO(b"x" * (LARGEST + 1))).status == 413


def test_troubles_are_named_and_make_nothing_unready() -> None:
    counters = Counters()
    health = Health(lambda: True, lambda: 0, counters, troubles=lambda: ("Nobody carries reports.",))
    with site(app([health], counters)) as visit:
        answer = visit.get("/readyz")
        assert (answer.status, answer.body) == (200, "ready\nNobody carries reports.")


def test_a_handler_that_takes_too_long_is_given_up() -> None:
    async def slow(_: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return web.Response()

    application = web.Application(middlewares=[edge(Counters(), False, seconds=0.05)])
    application.router.add_get("/slow", slow)
    with site(application) as visit:
        assert visit.get("/slow").status == 503


def test_the_counters_name_routes_and_never_what_was_asked_for(visit: Site) -> None:
    for path in ("/fault/4f1c", "/fault/9a2b", "/healthz", "/wp-login.php"):
        visit.get(path)
    visit.ask("BREW", "/healthz")
    told = visit.get("/metrics", Authorization=f"Bearer {MONITOR}").body
    assert 'candour_requests_total{route="/fault/{id}",method="GET",status="500"} 2' in told
    assert 'route="nowhere",method="GET",status="404"} 1' in told
    assert "candour_errands_due 7\n" in told
    assert not [word for word in ("4f1c", "9a2b", "wp-login", "BREW") if word in told]


@pytest.mark.parametrize("given", ["", "Bearer ", "Bearer wrong", MONITOR, f"Basic {MONITOR}"])
def test_the_counters_look_like_nothing_to_whoever_has_no_key(visit: Site, given: str) -> None:
    refused = visit.get("/metrics", **({"Authorization": given} if given else {}))
    assert (refused.status, refused.body) == (404, visit.get("/nowhere").body)


def test_without_a_key_nobody_may_read_the_counters() -> None:
    counters = Counters()
    with site(app(doors(counters, key=""), counters)) as visit:
        assert visit.get("/metrics", Authorization="Bearer ").status == 404


def test_a_door_is_opened_before_the_first_request_and_closed_at_the_end() -> None:
    odd = Odd()
    with site(app([odd], Counters())):
        assert odd.life_story == ["begun"]
    assert odd.life_story == ["begun", "ended"]


def test_the_process_is_ready_only_with_its_key_and_its_tables(tmp_path: Path) -> None:
    environ = {"CANDOUR_HOME": str(tmp_path), "CANDOUR_KEY": "0" * 64}
    house = House.open(environ, tmp_path)
    assert house.shelf
    assert ready(house)
    keyless = House.open(environ | {"CANDOUR_KEY": ""}, tmp_path)
    other = House.open(environ | {"CANDOUR_KEY": "1" * 64}, tmp_path)
    assert not ready(keyless)
    assert not ready(other)
    for opened in (house, keyless, other):
        opened.close()
