"""How the strict Slack delivers: signed requests with retries, or a socket."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
import urllib.parse
import uuid

from aiohttp import ClientError, ClientTimeout, WSMsgType, web

from tests.slack.fake_tables import ACK_S


class Delivery:
    def sign(self, body, ts=None, secret=None):
        ts = str(int(ts or time.time()))
        return {
            "X-Slack-Request-Timestamp": ts,
            "X-Slack-Signature": "v0="
            + hmac.new((secret or self.secret).encode(), f"v0:{ts}:".encode() + body, hashlib.sha256).hexdigest(),
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
        }

    async def _post(self, body, ctype, extra=None, secret=None, ts=None):
        h = {"Content-Type": ctype, **self.sign(body, ts, secret), **(extra or {})}
        t = time.perf_counter()
        try:
            async with self.http.post(
                self.app_url, data=body, headers=h, timeout=ClientTimeout(total=ACK_S), allow_redirects=False
            ) as r:
                txt = await r.text()
                return r.status, txt, dict(r.headers), time.perf_counter() - t
        except TimeoutError:
            return None, "http_timeout", {}, time.perf_counter() - t
        except (OSError, ClientError):
            return None, "connection_failed", {}, time.perf_counter() - t

    async def event(self, event, event_id=None, retries=True, dup=False, **kw):
        p = {
            "token": "verification",
            "team_id": self.team,
            "api_app_id": "A01APP",
            "type": "event_callback",
            "event_id": event_id or "Ev" + uuid.uuid4().hex[:10].upper(),
            "event_time": int(time.time()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": self.team,
                    "user_id": self.bot,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
            "event": event,
        }
        if self.socket_mode:
            return await self._ws_send("events_api", p, False)
        b = json.dumps(p).encode()
        reason = None
        for n, wait in enumerate((0, 0.01, 60 * self.retry_scale, 300 * self.retry_scale)):
            if wait:
                await asyncio.sleep(wait)
            st, txt, hd, dt = await self._post(
                b,
                "application/json",
                {"X-Slack-Retry-Num": str(n), "X-Slack-Retry-Reason": reason} if n else None,
                **kw,
            )
            self.deliveries.append(("event", event.get("type"), st, dt, n))
            if (st and 200 <= st < 300) or not retries:
                break
            if hd.get("X-Slack-No-Retry"):
                break
            reason = txt if st is None else "http_error"
        if dup:
            self.deliveries.append(
                (
                    "dup",
                    *(
                        await self._post(
                            b, "application/json", {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
                        )
                    )[:1],
                )
            )
        return st, txt

    async def _form(self, fields, kind):
        if self.socket_mode:
            return await self._ws_send(
                "slash_commands" if kind == "command" else "interactive",
                fields if kind == "command" else json.loads(fields["payload"]),
                True,
            )
        b = urllib.parse.urlencode(fields).encode()
        st, txt, _hd, dt = await self._post(b, "application/x-www-form-urlencoded")
        self.deliveries.append((kind, None, st, dt, 0))
        if st != 200:
            self.bad(f"{kind}: not acknowledged ({st} {txt[:60]}) in {dt:.2f} s")
        return st, txt

    def trigger(self, user):
        t = f"{next(self._n)}.{uuid.uuid4().hex}"
        self.triggers[t] = {"user": user, "at": time.time()}
        return t

    def response_url(self, user, channel, ts=None):
        i = uuid.uuid4().hex
        self.response_urls[i] = {"user": user, "channel": channel, "ts": ts, "n": 0, "at": time.time()}
        return f"{self.base}/response/{i}"

    async def _socket(self, r):
        ws = web.WebSocketResponse()
        await ws.prepare(r)
        self.ws.add(ws)
        await ws.send_json(
            {
                "type": "hello",
                "num_connections": len(self.ws),
                "debug_info": {"host": "fake"},
                "connection_info": {"app_id": "A01APP"},
            }
        )
        async for m in ws:
            if m.type == WSMsgType.TEXT:
                d = json.loads(m.data) if m.data.startswith("{") else {}
                f = self._acks.pop(d.get("envelope_id"), None)
                f and not f.done() and f.set_result(d.get("payload"))
        self.ws.discard(ws)
        return ws

    async def _ws_send(self, typ, payload, accepts):
        for n in range(3):
            i = str(uuid.uuid4())
            f = asyncio.get_running_loop().create_future()
            self._acks[i] = f
            t = time.perf_counter()
            await next(iter(self.ws)).send_json(
                {
                    "envelope_id": i,
                    "type": typ,
                    "payload": payload,
                    "accepts_response_payload": accepts,
                    **({"retry_attempt": n, "retry_reason": "timeout" if n else ""} if typ == "events_api" else {}),
                }
            )
            try:
                r = await asyncio.wait_for(f, ACK_S)
                self.deliveries.append((typ, None, 200, time.perf_counter() - t, n))
                return 200, json.dumps(r) if r else ""
            except TimeoutError:
                self.deliveries.append((typ, None, None, ACK_S, n))
            if typ != "events_api":
                self.bad(f"{typ}: not acknowledged in 3 s")
                return None, ""
        return None, ""
