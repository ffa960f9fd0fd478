"""The servers that the Slack bench measures, each in a process of its own: ours, and a Bolt app that does nothing.

    python -m tests.bench.slack_servers candour|bolt API FOLDER

It prints where it listens, and goes on until its input ends.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.assembly import now
from adapters.commands.migrate import stocked
from tests.slack.stage import BOT, SECRET, opened, served


@asynccontextmanager
async def candour(api: str, folder: Path) -> AsyncIterator[str]:
    house = opened(folder, api, now, SLACK_SIGNING_SECRET=SECRET)
    stocked(house, house.school(None))
    async with served(house) as (_, url):
        yield url
    house.close()


@asynccontextmanager
async def bolt(api: str, _: Path) -> AsyncIterator[str]:
    """What any app on Bolt does at the least: it checks the signature, acknowledges, and sends one line."""
    client = AsyncWebClient(token=BOT, base_url=api)

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id="T01TEST", bot_token=BOT)

    app = AsyncApp(signing_secret=SECRET, authorize=authorize, client=client, logger=logging.getLogger("quiet"))

    @app.event("message")
    async def said(event: dict[str, str]) -> None:
        await client.chat_postMessage(channel=event["channel"], text=event["text"])

    async def receive(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await app.async_dispatch(await to_bolt_request(request)))

    application = web.Application()
    application.router.add_post("/slack/events", receive)
    async with aiohttp.ClientSession() as session:
        client.session = session
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        await runner.cleanup()


async def main(name: str, api: str, folder: str) -> None:
    async with {"candour": candour, "bolt": bolt}[name](api, Path(folder)) as url:
        print(f"at {url}", flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
