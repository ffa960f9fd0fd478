"""The door to the desk: turns requests into what came, and what goes back into answers."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from http import HTTPStatus

from aiohttp import web
from multidict import MultiDict

from adapters.faults import Faults
from adapters.stores.migrations import NotLaid
from adapters.stores.rows import Unusable
from adapters.vault import WrongKey
from adapters.web.desk import pages, tokens
from adapters.web.desk.desk import Desk
from adapters.web.desk.exchange import Came, Went, fields_of
from adapters.web.door import Door
from adapters.web.forms import NotOffered
from adapters.web.origin import ours

FORM = "application/x-www-form-urlencoded"
LARGEST = 512 * 1024  # bytes of a form: the longest account, each of its letters written as %XX%XX%XX
MOST_WAITING = 50  # letters: whoever asks for more at once than can be sent gets none
CLOSED = (Faults, Unusable, WrongKey, NotLaid)  # without its stores and its key the desk is shut
log = logging.getLogger("candour.desk")

Act = Callable[[Desk, Came], Went]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class DeskDoor(Door):
    """`desk` may wait and may fail for want of a key; `origins` are the addresses of this server."""

    def __init__(self, desk: Callable[[], Desk], origins: frozenset[str], encrypted: bool) -> None:
        self._desk, self._origins, self._encrypted = desk, origins, encrypted
        # A name that begins so is taken by browsers only with Secure, from this host alone, for all of it.
        self.cookie = "__Host-candour" if encrypted else "candour-desk"
        self._afterwards: set[asyncio.Task[None]] = set()

    def routes(self) -> Iterable[web.RouteDef]:
        yield web.get("/", self._home)
        for path, act in SHOWS:
            yield web.get(f"{pages.HERE}{path}", self._showing(act))
        for path, act in DOES:
            yield web.post(f"{pages.HERE}{path}", self._doing(act))

    async def start(self, _: web.Application) -> None:
        """Nothing runs until somebody comes."""

    async def stop(self, _: web.Application) -> None:
        """Letters that are under way still go out."""
        await self.settled()

    async def settled(self) -> None:
        """When everything that was asked for so far is done."""
        await asyncio.gather(*self._afterwards)

    async def _home(self, _: web.Request) -> web.Response:
        return web.Response(text=pages.home(), content_type="text/html")

    def _showing(self, act: Act) -> Handler:
        async def show(request: web.Request) -> web.Response:
            return await self._answer(act, request, MultiDict())

        return show

    def _doing(self, act: Act) -> Handler:
        async def do(request: web.Request) -> web.Response:
            if not ours(request.headers, self._origins):
                raise web.HTTPForbidden
            if request.content_type != FORM:
                raise web.HTTPBadRequest
            try:
                fields = fields_of(await request.clone(client_max_size=LARGEST).read())
            except ValueError:
                raise web.HTTPBadRequest from None
            return await self._answer(act, request, fields)

        return do

    async def _answer(self, act: Act, request: web.Request, fields: MultiDict[str]) -> web.Response:
        token = request.match_info.get("token", "")
        if token and not tokens.well_formed(token):
            raise web.HTTPNotFound
        came = Came(request.cookies.get(self.cookie, ""), token, fields)
        try:
            went = await asyncio.to_thread(lambda: act(self._desk(), came))
        except NotOffered:
            raise web.HTTPForbidden from None
        except CLOSED:
            raise web.HTTPServiceUnavailable from None
        if went.after:
            self._later(went.after)
        return self._response(went)

    def _response(self, went: Went) -> web.Response:
        if went.to:
            response = web.Response(status=HTTPStatus.SEE_OTHER, headers={"Location": went.to})
        else:
            response = web.Response(text=went.page, content_type="text/html", status=went.status)
        if went.cookie:
            response.set_cookie(
                self.cookie, went.cookie, path="/", secure=self._encrypted, httponly=True, samesite="Strict"
            )
        elif went.cookie is not None:
            response.del_cookie(self.cookie, path="/", secure=self._encrypted, httponly=True, samesite="Strict")
        return response

    def _later(self, act: Callable[[], object]) -> None:
        if len(self._afterwards) >= MOST_WAITING:
            log.error("Too many letters wait to be sent; one was left out.")
            return
        task = asyncio.create_task(self._done(act))
        self._afterwards.add(task)
        task.add_done_callback(self._afterwards.discard)

    async def _done(self, act: Callable[[], object]) -> None:
        try:
            await asyncio.to_thread(act)
        except (*CLOSED, OSError) as fault:
            log.error("A letter could not be sent: %s", type(fault).__name__)


SHOWS: tuple[tuple[str, Act], ...] = (
    ("", Desk.arrive),
    ("/in/{token}", Desk.show_link),
    ("/code", Desk.show_code),
    ("/enrol/{token}", Desk.show_invitation),
    ("/enrol", Desk.show_set_up),
    ("/hide", Desk.hide),
)
DOES: tuple[tuple[str, Act], ...] = (
    ("/link", Desk.ask_for_link),
    ("/in", Desk.enter),
    ("/code", Desk.give_code),
    ("/enrol", Desk.begin_enrolment),
    ("/enrol/code", Desk.enrol),
    ("/do", Desk.do),
    ("/print", Desk.print),
    ("/leave", Desk.leave),
)
