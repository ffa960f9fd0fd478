"""Reads what a platform posts, up to a bound."""

from __future__ import annotations

from aiohttp import web


async def body(request: web.Request, largest: int) -> bytes | None:
    """None where it is too long, without reading all of it."""
    if (request.content_length or 0) > largest:
        return None
    read = bytearray()
    async for piece in request.content.iter_any():
        read += piece
        if len(read) > largest:
            return None
    return bytes(read)
