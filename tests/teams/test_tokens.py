"""What proves that Microsoft's connector sent something: and what does not, each told in one number."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jwt
import pytest

from tests.teams.connector import APP, ISSUER, Connector
from tests.teams.keys import jwk, key
from tests.teams.stage import ALICE, kept, play, stage

UNSIGNED = "Bearer " + jwt.encode({"iss": ISSUER, "aud": APP}, "", algorithm="none", headers={"kid": "k1"})


def by_another(teams: Connector) -> str:
    body = {"iss": ISSUER, "aud": APP, "serviceurl": teams.service, "exp": int(time.time()) + 3600}
    return "Bearer " + jwt.encode(body, key("forger"), algorithm="RS256", headers={"kid": "k1"})


def by_public_key(teams: Connector) -> str:
    """The old trick: the public key, which everyone has, used as if it were a shared secret."""
    body = {"iss": ISSUER, "aud": APP, "serviceurl": teams.service, "exp": int(time.time()) + 3600}
    public = jwk("k1")["n"]
    return "Bearer " + jwt.encode(body, public, algorithm="HS256", headers={"kid": "k1"})


def cut(teams: Connector, part: int) -> str:
    parts = teams.signed().split(".")
    parts[part] = parts[part][:-6] + "AAAAAA"
    return ".".join(parts)


def without_a_key_name(teams: Connector) -> str:
    body = {"iss": ISSUER, "aud": APP, "serviceurl": teams.service, "exp": int(time.time()) + 3600}
    return "Bearer " + jwt.encode(body, key("k1"), algorithm="RS256")


HOUR = 3600
TOKENS: dict[str, Callable[[Connector], str | None]] = {
    "none": lambda _: None,
    "an empty one": lambda _: " ",
    "no token": lambda _: "Bearer",
    "garbage": lambda _: "Bearer garbage",
    "three garbled parts": lambda _: "Bearer a.b.c",
    "another scheme": lambda t: t.signed().replace("Bearer", "Basic"),
    "two tokens": lambda t: f"{t.signed()} {t.signed()[7:]}",
    "unsigned": lambda _: UNSIGNED,
    "signed by another": by_another,
    "signed with the public key": by_public_key,
    "changed claims": lambda t: cut(t, 1),
    "a changed signature": lambda t: cut(t, 2),
    "no key's name": without_a_key_name,
    "run out": lambda t: t.signed(exp=int(time.time()) - HOUR),
    "not yet good": lambda t: t.signed(nbf=int(time.time()) + HOUR),
    "no end": lambda t: t.signed(exp=None),
    "an end that is no number": lambda t: t.signed(exp="soon"),
    "for another app": lambda t: t.signed(aud="22222222-2222-3333-4444-555555555555"),
    "for several apps": lambda t: t.signed(aud=[APP, "another"]),
    "for nobody": lambda t: t.signed(aud=None),
    "from another issuer": lambda t: t.signed(iss="https://sts.windows.net/f8cdef31/"),
    "from nobody": lambda t: t.signed(iss=None),
    "for another service": lambda t: t.signed(serviceurl="https://evil.example/"),
    "for no service": lambda t: t.signed(serviceurl=None),
    "far too long": lambda t: t.signed(padding="x" * 5_000),
}
BODIES: dict[str, tuple[dict[str, Any], int]] = {
    "no body": ({"data": b"", "headers_type": "application/json"}, 400),
    "no JSON": ({"data": b"{", "headers_type": "application/json"}, 400),
    "not UTF-8": ({"data": b"\xff\xfe{}", "headers_type": "application/json"}, 400),
    "a list": ({"data": b"[]", "headers_type": "application/json"}, 400),
    "a number": ({"data": b"1", "headers_type": "application/json"}, 400),
    "null": ({"data": b"null", "headers_type": "application/json"}, 400),
    "an empty table": ({"data": b"{}", "headers_type": "application/json"}, 400),
    "a bottomless list": ({"data": b"[" * 100_000, "headers_type": "application/json"}, 400),
    "a form": ({"data": b"a=b", "headers_type": "application/x-www-form-urlencoded"}, 415),
    "words": ({"data": b"hello", "headers_type": "text/plain"}, 415),
    "half a megabyte": ({"data": b'{"a":"' + b"x" * 500_000 + b'"}', "headers_type": "application/json"}, 413),
}


@pytest.mark.parametrize("name", TOKENS)
def test_f31_a_token_that_proves_nothing_is_answered_with_401(tmp_path: Path, name: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            header = TOKENS[name](st.teams)
            posted = st.teams.activity(ALICE, "message", text="May I post photos?")
            assert await st.teams.post(posted, header) == (401, None)
            await st.settle()
            assert st.teams.messages == []
            assert kept(st) == 0

    play(story())


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_cannot_be_read_is_told_apart(tmp_path: Path, name: str) -> None:
    how, status = BODIES[name]

    async def story() -> None:
        async with stage(tmp_path) as st:
            assert st.teams.session
            headers = {"Authorization": st.teams.signed(), "Content-Type": how["headers_type"]}
            async with st.teams.session.post(st.teams.app_url, data=how["data"], headers=headers) as answer:
                assert answer.status == status

    play(story())
