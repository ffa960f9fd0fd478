"""The servers that the Teams bench measures, each in a process of its own: ours, and two bots that say one line.

    python -m tests.bench.teams_servers candour|cured|stock CONNECTOR FOLDER

It prints where it listens, and goes on until its input ends.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web
from botbuilder.core import BotFrameworkAdapter, BotFrameworkAdapterSettings, CloudAdapterBase, TurnContext
from botbuilder.schema import Activity
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import (
    AuthenticationConstants,
    BotFrameworkAuthenticationFactory,
    ClaimsIdentity,
    PasswordServiceClientCredentialFactory,
)

from adapters.commands.migrate import stocked
from adapters.teams.credentials import Credentials
from adapters.teams.door import PATH
from adapters.teams.tokens import Checks, SigningKeys
from adapters.teams.wire import Wire
from tests.teams.connector import APP, SECRET, TENANT
from tests.teams.stage import opened, school, served

PUBLIC = {  # the library's own settings of the public cloud, which it takes only all together
    "to_channel_from_bot_login_url": f"{AuthenticationConstants.TO_CHANNEL_FROM_BOT_LOGIN_URL_PREFIX}{TENANT}",
    "to_channel_from_bot_oauth_scope": AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE,
    "to_bot_from_channel_token_issuer": AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER,
    "oauth_url": AuthenticationConstants.OAUTH_URL,
    "to_bot_from_emulator_open_id_metadata_url": AuthenticationConstants.TO_BOT_FROM_EMULATOR_OPENID_METADATA_URL,
}


@asynccontextmanager
async def candour(base: str, folder: Path) -> AsyncIterator[str]:
    house = opened(school(folder), base)
    stocked(house, house.school(None))
    async with served(house) as (_, url):
        yield url
    house.close()


class Cured(BotFrameworkAdapter):  # type: ignore[misc]  # the library says nothing of its types
    """The library's adapter with our keys, credentials and clients in the place of its own, and nothing else of ours.

    It looks at tokens as strictly as we do, and keeps its clients and its token.
    """

    def __init__(self, settings: Any, base: str) -> None:
        super().__init__(settings)
        self.wire = Wire(settings.app_credentials)
        self.checks = Checks(APP, SigningKeys(f"{base}/openid"), plain=True)

    async def _authenticate_request(self, request: Activity, auth_header: str) -> ClaimsIdentity:
        await self.checks.check(auth_header, request.channel_id, request.service_url)
        return ClaimsIdentity({AuthenticationConstants.AUDIENCE_CLAIM: APP}, True)

    async def create_connector_client(self, service_url: str, *_: Any) -> ConnectorClient:
        await self.wire.credentials.ready()
        return self.wire._client(service_url)


class OfOurs(PasswordServiceClientCredentialFactory):  # type: ignore[misc]  # as above
    """The library's own credentials would talk to Microsoft. These are kept, and so spare the stock bot a cost."""

    def __init__(self, kept: Credentials) -> None:
        super().__init__(APP, SECRET, tenant_id=TENANT)
        self.kept = kept

    async def create_credentials(self, *_: Any, **__: Any) -> Credentials:
        return self.kept


def cured(base: str, _: Path) -> Any:
    settings = BotFrameworkAdapterSettings(APP, SECRET, app_credentials=_credentials(base))
    adapter = Cured(settings, base)
    return _bot(lambda header, posted, says: adapter.process_activity(posted, header, says))


def stock(base: str, _: Path) -> Any:
    """As the library's samples have it, but for the credentials."""
    proof = BotFrameworkAuthenticationFactory.create(
        to_bot_from_channel_open_id_metadata_url=f"{base}/openid",
        credential_factory=OfOurs(_credentials(base)),
        **PUBLIC,
    )
    return _bot(CloudAdapterBase(proof).process_activity)


def _credentials(base: str) -> Credentials:
    return Credentials(APP, SECRET, TENANT, f"{base}/login")


@asynccontextmanager
async def _bot(process: Callable[[str, Activity, Any], Awaitable[object]]) -> AsyncIterator[str]:
    """What any bot does at the least: it checks the token, reads what was said, and sends one line."""

    async def says(context: TurnContext) -> None:
        await context.send_activity(context.activity.text)

    async def receive(request: web.Request) -> web.Response:
        posted = Activity().deserialize(await request.json())
        await process(request.headers.get("Authorization", ""), posted, says)
        return web.Response()

    application = web.Application()
    application.router.add_post(PATH, receive)
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
    await runner.cleanup()


async def main(name: str, base: str, folder: str) -> None:
    async with {"candour": candour, "cured": cured, "stock": stock}[name](base, Path(folder)) as url:
        print(f"at {url}", flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
