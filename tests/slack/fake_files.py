"""The strict Slack's files, and the addresses at which an app may answer later."""

from __future__ import annotations

import time
import uuid

from aiohttp import web


class Files:
    async def m_files_getUploadURLExternal(self, a):
        i = "F" + uuid.uuid4().hex[:8].upper()
        self.files[i] = {"name": a["filename"], "length": int(a["length"]), "to": None}
        return self._ok(upload_url=f"{self.base}/upload/{i}", file_id=i)

    async def _upload(self, r):
        self.files[r.match_info["id"]]["data"] = await r.read()
        return web.Response(text="OK")

    async def m_files_completeUploadExternal(self, a):
        if a.get("channel_id"):
            c, e = self._chan("files.completeUploadExternal", a["channel_id"])
            if e:
                return e
            for f in a["files"]:
                self.files[f["id"]]["to"] = c
                self.messages.append(
                    {
                        "ts": self.ts(),
                        "channel": c,
                        "user": self.bot,
                        "text": a.get("initial_comment", ""),
                        "files": [f["id"]],
                    }
                )
        return self._ok(files=[{"id": f["id"]} for f in a["files"]])

    async def m_files_info(self, a):
        f = self.files.get(a["file"])
        return (
            self._ok(
                file={
                    "id": a["file"],
                    "name": f["name"],
                    "size": f["length"],
                    "mode": "hosted",
                    "url_private": f"{self.base}/files/{a['file']}",
                    "url_private_download": f"{self.base}/files/{a['file']}",
                }
            )
            if f
            else self._no("file_not_found")
        )

    async def _download(self, r):
        if r.headers.get("Authorization") != "Bearer " + self.token:
            self.bad("file download without bearer token")
            return web.Response(
                text="<html>login page</html>", content_type="text/html"
            )  # Slack answers 200 + HTML, not 401
        return web.Response(body=self.files[r.match_info["id"]]["data"], content_type="application/octet-stream")

    async def _response(self, r):
        d = self.response_urls.get(r.match_info["id"])
        a = await r.json()
        if not d:
            return web.Response(status=404, text="no_service")
        d["n"] += 1
        if d["n"] > 5:
            self.bad("response_url used more than 5 times")
            return web.Response(status=404, text="used_url")
        if time.time() - d["at"] > 1800:
            self.bad("response_url after 30 minutes")
            return web.Response(status=404, text="expired_url")
        if a.get("delete_original"):
            m = self._find(d["channel"], d.get("ts"))
            m and m.update(deleted=True)
            return web.json_response({"ok": True})
        e = self._content("response_url", a)
        if e:
            return web.Response(status=400, text="invalid_blocks")
        if a.get("replace_original") and d.get("ts"):
            m = self._find(d["channel"], d["ts"])
            m and m.update(text=a.get("text", ""), blocks=a.get("blocks"))
            return web.json_response({"ok": True})
        m = {
            "ts": self.ts(),
            "channel": d["channel"],
            "user": self.bot,
            "text": a.get("text", ""),
            "blocks": a.get("blocks"),
        }
        if a.get("response_type", "ephemeral") == "ephemeral":
            m["ephemeral_to"] = d["user"]  # default of response_url is ephemeral
        self.messages.append(m)
        return web.json_response({"ok": True})

    # -- delivery
