"""Stands around every handler: gives each answer its headers, counts it, bounds its time, and lets no fault out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus

from aiohttp import web

from adapters.web.counters import Counters
from adapters.web.headers import headers
from adapters.web.page import message

SECONDS = 30.0  # for one request, its body included
log = logging.getLogger("candour.web")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
SAID: Mapping[int, tuple[str, str]] = {
    400: ("I can't read that", "Something was missing from what your browser sent. Go back and try again."),
    403: ("That didn't come from this page", "Nothing was done. Go back, load the page again, and try once more."),
    404: ("There is nothing here", "Check the address. If somebody sent you the link, ask them for a new one."),
    405: ("There is nothing here", "Check the address. If somebody sent you the link, ask them for a new one."),
    413: ("That is too long", "Nothing was kept. Go back, shorten it, and send it again."),
    503: ("Not just now", "I can't do that at the moment. Please try again in a few minutes."),
}
WRONG = ("Something went wrong", "Nothing was lost. Please try again, and tell whoever runs me if it comes back.")


def said(status: int) -> web.Response:
    """The same words for everyone, whatever led to it."""
    title, sentence = SAID.get(status, WRONG)
    return web.Response(text=message(title, sentence), content_type="text/html", status=status)


def edge(counters: Counters, encrypted: bool, seconds: float = SECONDS) -> Callable[..., Awaitable[web.StreamResponse]]:
    always = headers(encrypted)

    @web.middleware
    async def around(request: web.Request, handler: Handler) -> web.StreamResponse:
        response = await _answered(request, handler, seconds)
        for name, value in always.items():
            response.headers.setdefault(name, value)
        counters.count(_pattern(request), request.method, response.status)
        return response

    return around


async def _answered(request: web.Request, handler: Handler, seconds: float) -> web.StreamResponse:
    try:
        async with asyncio.timeout(seconds):
            return await handler(request)
    except web.HTTPException as answer:
        return _elsewhere(answer) if isinstance(answer, web.HTTPRedirection) else said(answer.status)
    except TimeoutError:
        return said(HTTPStatus.SERVICE_UNAVAILABLE)
    except Exception as fault:
        # The text of a fault may hold somebody's words: its kind and the route are all that is logged.
        log.error("%s %s failed: %s", request.method, _pattern(request), type(fault).__name__)
        return said(HTTPStatus.INTERNAL_SERVER_ERROR)


def _elsewhere(answer: web.HTTPRedirection) -> web.Response:
    return web.Response(status=answer.status, headers={"Location": answer.headers.get("Location", "/")})


def _pattern(request: web.Request) -> str:
    """The route as it is written in the program, never the address that was asked for."""
    resource = request.match_info.route.resource
    return resource.canonical if resource else "nowhere"
