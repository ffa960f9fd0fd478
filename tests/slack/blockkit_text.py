"""Slack's limits on texts, options and keys, for the strict checker of blocks and views.

The numbers are those of Slack's own type definitions, of its library's models and of its pages on views.
"""

from __future__ import annotations

L = {
    "message_blocks": 50,
    "view_blocks": 100,
    "block_id": 255,
    "action_id": 255,
    "section_text": 3000,
    "section_fields": 10,
    "field_text": 2000,
    "header": 150,
    "context_elements": 10,
    "actions_elements": 25,
    "image_url": 3000,
    "alt_text": 2000,
    "image_title": 2000,
    "label": 2000,
    "hint": 2000,
    "button_text": 75,
    "button_value": 2000,
    "button_url": 3000,
    "a11y_label": 75,
    "option_text": 75,
    "option_value": 150,
    "option_desc": 75,
    "option_url": 3000,
    "options": 100,
    "groups": 100,
    "group_label": 75,
    "overflow": 5,
    "checks": 10,
    "confirm_title": 100,
    "confirm_text": 300,
    "confirm_btn": 30,
    "placeholder": 150,
    "input_max": 3000,
    "modal_title": 24,
    "modal_btn": 24,
    "private_metadata": 3000,
    "callback_id": 255,
    "external_id": 255,
    "markdown_total": 12000,
    "message_text_total": 12000,
    "context_actions": 5,
    "view_bytes": 250 * 1024,
    "table_rows": 100,
    "table_cols": 20,
    "table_chars": 10000,
}


class Texts:
    def __init__(self, surface):
        self.e, self.surface, self.bids, self.total, self.md = [], surface, set(), 0, 0

    def err(self, p, m):
        self.e.append(f"{m} [json-pointer:{p}]")

    def keys(self, o, p, req, opt=()):
        if not isinstance(o, dict):
            self.err(p, "must be an object")
            return False
        for k in req:
            if k not in o:
                self.err(p, f"missing required field: {k}")
        for k in o:
            if k not in req and k not in opt:
                self.err(f"{p}/{k}", "no more than these keys allowed: invalid additional property")
        return all(k in o for k in req)

    def s_(self, v, p, mx, mn=1):
        if not isinstance(v, str):
            self.err(p, "must be a string")
            return
        if len(v) < mn:
            self.err(p, f"must be more than {mn - 1} characters")
        if len(v) > mx:
            self.err(p, f"must be less than {mx + 1} characters")

    def text(self, t, p, mx, plain=False):
        if not self.keys(t, p, ("type", "text"), ("emoji", "verbatim")):
            return
        if t["type"] not in (("plain_text",) if plain else ("plain_text", "mrkdwn")):
            self.err(p + "/type", f"unsupported text type {t['type']}")
        if t["type"] == "mrkdwn" and "emoji" in t:
            self.err(p + "/emoji", "emoji is only for plain_text")
        if t["type"] == "plain_text" and "verbatim" in t:
            self.err(p + "/verbatim", "verbatim is only for mrkdwn")
        self.s_(t["text"], p + "/text", min(mx, 3000))
        if isinstance(t["text"], str):
            self.total += len(t["text"])

    def confirm(self, c, p):
        if self.keys(c, p, ("title", "text", "confirm", "deny"), ("style",)):
            self.text(c["title"], p + "/title", L["confirm_title"], True)
            self.text(c["text"], p + "/text", L["confirm_text"])
            self.text(c["confirm"], p + "/confirm", L["confirm_btn"], True)
            self.text(c["deny"], p + "/deny", L["confirm_btn"], True)

    def option(self, o, p, md=False, url=False):
        if self.keys(o, p, ("text", "value"), ("description",) + (("url",) if url else ())):
            self.text(o["text"], p + "/text", L["option_text"], not md)
            self.s_(o["value"], p + "/value", L["option_value"])
            if "description" in o:
                self.text(o["description"], p + "/description", L["option_desc"], not md)

    def options(self, el, p, mx, md=False, url=False, mn=1):
        if ("options" in el) == ("option_groups" in el) and "option_groups" in el:
            self.err(p, "options and option_groups are exclusive")
        if "option_groups" in el:
            if not 1 <= len(el["option_groups"]) <= L["groups"]:
                self.err(p + "/option_groups", "1..100 groups")
            for i, g in enumerate(el["option_groups"]):
                if self.keys(g, f"{p}/option_groups/{i}", ("label", "options")):
                    self.text(g["label"], f"{p}/option_groups/{i}/label", L["group_label"], True)
                    self.options({"options": g["options"]}, f"{p}/option_groups/{i}", mx)
            return
        os_ = el.get("options")
        if not isinstance(os_, list) or not mn <= len(os_) <= mx:
            self.err(p + "/options", f"must have {mn}..{mx} options")
            return
        vals = [o.get("value") for o in os_ if isinstance(o, dict)]
        if len(set(map(str, vals))) != len(vals):
            self.err(p + "/options", "duplicate option value")
        for i, o in enumerate(os_):
            self.option(o, f"{p}/options/{i}", md, url)

    COMMON = ("action_id", "confirm", "focus_on_load", "placeholder")
