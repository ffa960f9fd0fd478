"""What came to the desk and what goes back, without a word of HTTP in between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from multidict import MultiDict

MOST_FIELDS = 300


@dataclass(frozen=True)
class Came:
    """`cookie` is the session's token, `token` the secret part of a link; either may be empty, or anything."""

    cookie: str
    token: str
    fields: MultiDict[str]


@dataclass(frozen=True)
class Went:
    """A page, or with `to` another address. `cookie`: what the browser is to hold; empty to forget it."""

    page: str = ""
    status: int = 200
    to: str = ""
    cookie: str | None = None
    after: Callable[[], object] | None = None  # done once the answer has gone: it must not tell by its time


def fields_of(body: bytes) -> MultiDict[str]:
    """A form as browsers post it. Raises ValueError where it has more fields than any page of ours."""
    text = body.decode("utf-8", "replace")
    return MultiDict(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
