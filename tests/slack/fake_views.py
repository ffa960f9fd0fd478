"""The strict Slack's views: opened by a fresh trigger, pushed, updated, published."""

from __future__ import annotations

import time
import uuid

from tests.slack import blockkit


class Views:
    def _trigger(self, m, t):
        d = self.triggers.get(t)
        if not d:
            self.bad(f"{m}: invalid_trigger_id")
            return None, self._no("invalid_trigger_id")
        if time.time() - d["at"] > self.trigger_ttl:
            self.bad(f"{m}: expired_trigger_id after {time.time() - d['at']:.2f} s")
            return None, self._no("expired_trigger_id")
        if d.get("used"):
            self.bad(f"{m}: exchanged_trigger_id")
            return None, self._no("exchanged_trigger_id")
        d["used"] = True
        return d, None

    def _view(self, m, v, user, **k):
        e = blockkit.validate_view(v)
        if e:
            self.bad(f"{m}: {e[:4]}")
            return None, self._no(
                "view_too_large" if any("view_too_large" in x for x in e) else "invalid_arguments",
                response_metadata={"messages": ["[ERROR] " + x for x in e]},
            )
        for b in v["blocks"]:
            b.setdefault("block_id", uuid.uuid4().hex[:5])
        d = {
            **v,
            "id": "V" + uuid.uuid4().hex[:10].upper(),
            "hash": f"{time.time()}.{uuid.uuid4().hex[:8]}",
            "team_id": self.team,
            "app_id": "A01APP",
            "bot_id": "B0BOT",
            "state": {"values": {}},
            "_user": user,
            **k,
        }
        self.views[d["id"]] = d
        return d, None

    async def m_views_open(self, a):
        d, e = self._trigger("views.open", a.get("trigger_id"))
        if e:
            return e
        v, e = self._view("views.open", a["view"], d["user"])
        if e:
            return e
        v["root_view_id"] = v["id"]
        self.stack[d["user"]] = [v["id"]]
        return self._ok(view={k: x for k, x in v.items() if k != "_user"})

    async def m_views_push(self, a):
        d, e = self._trigger("views.push", a.get("trigger_id"))
        if e:
            return e
        st = self.stack.get(d["user"], [])
        if len(st) >= 3:
            self.bad("views.push: push_limit_reached")
            return self._no("push_limit_reached")
        v, e = self._view("views.push", a["view"], d["user"])
        if e:
            return e
        st.append(v["id"])
        self.stack[d["user"]] = st
        return self._ok(view={k: x for k, x in v.items() if k != "_user"})

    async def m_views_update(self, a):
        o = self.views.get(a.get("view_id")) or next(
            (v for v in self.views.values() if a.get("external_id") and v.get("external_id") == a["external_id"]), None
        )
        if not o:
            self.bad("views.update: not_found")
            return self._no("not_found")
        if a.get("hash") and a["hash"] != o["hash"]:
            self.bad("views.update: hash_conflict")
            return self._no("hash_conflict")
        v, e = self._view("views.update", a["view"], o["_user"])
        if e:
            return e
        self.views.pop(v["id"])
        v["id"] = o["id"]
        self.views[o["id"]] = v
        return self._ok(view={k: x for k, x in v.items() if k != "_user"})

    async def m_views_publish(self, a):
        if a["user_id"] not in self.users:
            self.bad("views.publish: user")
            return self._no("invalid_arguments")
        if a["view"].get("type") != "home":
            self.bad("views.publish: not a home view")
            return self._no("invalid_arguments")
        v, e = self._view("views.publish", a["view"], a["user_id"])
        if e:
            return e
        self.views.pop(v["id"])
        self.home[a["user_id"]] = v
        return self._ok(view={k: x for k, x in v.items() if k != "_user"})

    async def m_assistant_threads_setStatus(self, a):
        if len(a.get("loading_messages", [])) > 10:
            self.bad("setStatus: >10 loading messages")
        return self._ok()

    async def m_assistant_threads_setSuggestedPrompts(self, a):
        if not 1 <= len(a["prompts"]) <= 4 or any(set(p) != {"title", "message"} for p in a["prompts"]):
            self.bad("setSuggestedPrompts: 1..4 of {title,message}")
            return self._no("invalid_arguments")
        return self._ok()

    async def m_assistant_threads_setTitle(self, _):
        return self._ok()

    async def m_reactions_add(self, _):
        return self._ok()
