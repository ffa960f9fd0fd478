"""Parts of the Bot Framework's library that we replace, because its own lose what matters or cost too much."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import aiohttp
import requests
from msrest.exceptions import ClientRequestError
from msrest.pipeline import Response, SansIOHTTPPolicy
from msrest.pipeline.async_abc import AsyncHTTPSender, AsyncPipeline
from msrest.pipeline.universal import RawDeserializer
from msrest.serialization import Serializer
from msrest.universal_http import ClientRequest
from msrest.universal_http.async_abc import AsyncClientResponse
from msrest.universal_http.requests import ClientRetryPolicy
from requests import certs, utils

from adapters.teams.credentials import Credentials

# The library looks 999 numbers up in this list for each client: as a set that costs a tenth.
ClientRetryPolicy.safe_codes = frozenset(range(1_000))  # type: ignore[assignment]  # it asks only `in`

REFUSALS = 300  # and above: it also sends nobody elsewhere
WAIT = 10  # seconds for one call
Session = Callable[[], aiohttp.ClientSession]
for library in ("msrest", "urllib3"):  # they would log addresses with people's ids in them
    logging.getLogger(library).setLevel(logging.ERROR)


class Lenient(RawDeserializer):
    """The library's own raises over a refusal whose body is not JSON, and so loses the number that matters."""

    def on_response(self, request: Any, response: Any, **kwargs: Any) -> None:
        if response.http_response.status_code < REFUSALS:
            super().on_response(request, response, **kwargs)
        else:
            response.context[self.CONTEXT_NAME] = None


class AsDrawn(Serializer):  # type: ignore[misc]  # the library says nothing of its types
    """What is JSON already goes as it is: a whole message of ours, or the card in somebody else's.

    The library's own makes a model of it, and JSON of that, and looks through a card word by word.
    """

    def __init__(self, classes: Mapping[str, type]) -> None:
        super().__init__(classes)
        self.client_side_validation = False

    def body(self, data: Any, data_type: str, **kwargs: Any) -> Any:
        return data if isinstance(data, dict) else super().body(data, data_type, **kwargs)

    def serialize_object(self, attr: Any, **_: Any) -> Any:
        return attr


def session() -> aiohttp.ClientSession:
    """For one loop. It keeps connections open, and no cookie."""
    return aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), timeout=aiohttp.ClientTimeout(total=WAIT))


@cache
def _trusted(roots: str) -> ssl.SSLContext:
    folder = Path(roots).is_dir()
    return ssl.create_default_context(cafile=None if folder else roots, capath=roots if folder else None)


class Answered(AsyncClientResponse):
    """An answer as the library reads one."""

    def __init__(self, request: ClientRequest, answer: aiohttp.ClientResponse, body: bytes) -> None:
        super().__init__(request, answer)
        self.status_code, self.reason = answer.status, answer.reason
        self.headers: Any = answer.headers
        self._body = body

    def body(self) -> bytes:
        return self._body


class Sender(AsyncHTTPSender[Any, Any]):
    """Over aiohttp, on the loop, to one service's address: the library's own takes a thread for each.

    Which proxy stands before it and which roots are believed is read once from the environment, just as it is read
    for what fetches our token.
    """

    def __init__(self, service: str, session: Session) -> None:
        super().__init__()
        self._session = session
        found = requests.Session().merge_environment_settings(service, {}, None, None, None)
        self._proxy: str | None = utils.select_proxy(service, found["proxies"])
        self._trusted = _trusted(certs.where() if found["verify"] is True else found["verify"])

    async def __aexit__(self, *_: object) -> None:
        """Nothing of its own."""

    async def send(self, request: Any, **_: Any) -> Any:
        """Raises ClientRequestError where no answer comes."""
        asked: ClientRequest = request.http_request
        calls = self._session()
        body = asked.data.encode() if isinstance(asked.data, str) else asked.data
        try:
            async with calls.request(
                *(asked.method, asked.url),
                data=body,
                headers=asked.headers,
                proxy=self._proxy,
                ssl=self._trusted,
                allow_redirects=False,
            ) as answer:
                return Response(request, Answered(asked, answer, await answer.read()))
        except (aiohttp.ClientError, OSError, ValueError) as fault:
            raise ClientRequestError(type(fault).__name__) from None


class Proof(SansIOHTTPPolicy[Any, Any]):
    """Says in each request who we are; says nothing where there is no registration."""

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials

    def on_request(self, request: Any, **_: Any) -> None:
        if self._credentials.microsoft_app_id:
            request.http_request.headers["Authorization"] = f"Bearer {self._credentials.get_access_token()}"


def pipeline(service: str, session: Session) -> Callable[[Any], AsyncPipeline[Any, Any]]:
    """What the library sends to that address goes this way."""

    def made(config: Any) -> AsyncPipeline[Any, Any]:
        policies = [config.user_agent_policy, Proof(config.credentials), Lenient()]
        return AsyncPipeline(policies, Sender(service, session))

    return made
