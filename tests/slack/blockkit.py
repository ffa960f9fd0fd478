"""Refuses every block and view that Slack refuses, and every key that it does not know."""

from __future__ import annotations

import json
import re

from tests.slack.blockkit_elements import Elements
from tests.slack.blockkit_text import L


class V(Elements):
    def block(self, b, p):
        if not isinstance(b, dict) or "type" not in b:
            self.err(p, "block needs a type")
            return
        t = b["type"]
        if "block_id" in b:
            self.s_(b["block_id"], p + "/block_id", L["block_id"])
            if b["block_id"] in self.bids:
                self.err(p + "/block_id", "duplicate block_id")
            self.bids.add(b["block_id"])
        if t == "section":
            self.keys(b, p, ("type",), ("text", "fields", "accessory", "block_id", "expand"))
            if "text" not in b and "fields" not in b:
                self.err(p, "text or fields required")
            if "text" in b:
                self.text(b["text"], p + "/text", L["section_text"])
            if "fields" in b:
                if not 1 <= len(b["fields"]) <= L["section_fields"]:
                    self.err(p + "/fields", "1..10 fields")
                for i, f in enumerate(b["fields"]):
                    self.text(f, f"{p}/fields/{i}", L["field_text"])
            if "accessory" in b:
                self.element(b["accessory"], p + "/accessory", "section")
        elif t == "header":
            if self.keys(b, p, ("type", "text"), ("block_id", "level")):
                self.text(b["text"], p + "/text", L["header"], True)
        elif t == "divider":
            self.keys(b, p, ("type",), ("block_id",))
        elif t == "context":
            if self.keys(b, p, ("type", "elements"), ("block_id",)):
                if not 1 <= len(b["elements"]) <= L["context_elements"]:
                    self.err(p + "/elements", "1..10 elements")
                for i, x in enumerate(b["elements"]):
                    (
                        self.element(x, f"{p}/elements/{i}", "context")
                        if isinstance(x, dict) and x.get("type") == "image"
                        else self.text(x, f"{p}/elements/{i}", 3000)
                    )
        elif t == "actions":
            if self.keys(b, p, ("type", "elements"), ("block_id",)):
                if not 1 <= len(b["elements"]) <= L["actions_elements"]:
                    self.err(p + "/elements", "1..25 elements")
                ids = [x.get("action_id") for x in b["elements"] if isinstance(x, dict) and x.get("action_id")]
                if len(set(ids)) != len(ids):
                    self.err(p + "/elements", "duplicate action_id")
                for i, x in enumerate(b["elements"]):
                    self.element(x, f"{p}/elements/{i}", "actions")
        elif t == "input":
            if self.keys(b, p, ("type", "label", "element"), ("block_id", "hint", "optional", "dispatch_action")):
                self.text(b["label"], p + "/label", L["label"], True)
                self.element(b["element"], p + "/element", "input")
                if "hint" in b:
                    self.text(b["hint"], p + "/hint", L["hint"], True)
        elif t == "image":
            self.keys(b, p, ("type", "alt_text"), ("image_url", "slack_file", "title", "block_id"))
            self.s_(b.get("alt_text", ""), p + "/alt_text", L["alt_text"])
        elif t == "markdown":
            if self.surface != "message":
                self.err(p, "markdown block only in messages")
            if self.keys(b, p, ("type", "text"), ("block_id",)):
                self.md += len(b["text"])
                self.total += len(b["text"])
        elif t == "context_actions":
            if self.surface != "message":
                self.err(p, "context_actions only in messages")
            if self.keys(b, p, ("type", "elements"), ("block_id",)):
                if not 1 <= len(b["elements"]) <= L["context_actions"]:
                    self.err(p + "/elements", "1..5 elements")
                for i, x in enumerate(b["elements"]):
                    self.element(x, f"{p}/elements/{i}", "context_actions")
        elif t == "rich_text":
            self.keys(b, p, ("type", "elements"), ("block_id",))
            self.total += len(re.sub(r'"(type|style)": ?"[^"]*"', "", json.dumps(b)))
        elif t == "table":
            self.keys(b, p, ("type", "rows"), ("block_id", "column_settings"))
            if len(b.get("rows", [])) > L["table_rows"]:
                self.err(p, "100 rows")
        elif t in ("file", "video", "call", "alert", "card", "carousel", "plan", "task_card"):
            pass
        else:
            self.err(p, f"unsupported block type {t}")


def validate_message(blocks):
    v = V("message")
    if not isinstance(blocks, list):
        return ["blocks must be an array"]
    if len(blocks) > L["message_blocks"]:
        v.err("/blocks", "no more than 50 items allowed")
    for i, b in enumerate(blocks):
        v.block(b, f"/blocks/{i}")
    if v.md > L["markdown_total"]:
        v.err("/blocks", "msg_blocks_too_long: markdown text over 12,000")
    if v.total > L["message_text_total"]:
        v.err("/blocks", "msg_blocks_too_long: all block text over 12,000 (bolt-js#2509)")
    return v.e


def options(offered):
    """Of a list that the app fills while somebody types."""
    v = V("modal")
    if offered:
        v.options({"options": offered}, "", L["options"])
    return v.e


def validate_view(view):
    v = V(view.get("type") if isinstance(view, dict) else "?")
    if not isinstance(view, dict) or view.get("type") not in ("modal", "home"):
        return ["view type must be modal or home"]
    opt = ("private_metadata", "callback_id", "external_id")
    if view["type"] == "modal":
        v.keys(
            view,
            "/view",
            ("type", "title", "blocks"),
            (*opt, "close", "submit", "clear_on_close", "notify_on_close", "submit_disabled"),
        )
        if "title" in view:
            v.text(view["title"], "/view/title", L["modal_title"], True)
        for k in ("close", "submit"):
            if k in view:
                v.text(view[k], f"/view/{k}", L["modal_btn"], True)
        if (
            any(isinstance(b, dict) and b.get("type") == "input" for b in view.get("blocks", []))
            and "submit" not in view
        ):
            v.err("/view/submit", "submit is required when an input block is present")
    else:
        v.keys(view, "/view", ("type", "blocks"), opt)
    if len(view.get("blocks", [])) > L["view_blocks"]:
        v.err("/view/blocks", "no more than 100 items allowed")
    for k in ("private_metadata", "callback_id", "external_id"):
        if k in view:
            v.s_(view[k], f"/view/{k}", L[k], 0)
    for i, b in enumerate(view.get("blocks", [])):
        v.block(b, f"/view/blocks/{i}")
    if len(json.dumps(view).encode()) > L["view_bytes"]:
        v.err("/view", "view_too_large: 250 KB")
    return v.e
