"""Refuses every element of a block that Slack refuses, and every key that it does not know."""

from __future__ import annotations

from tests.slack.blockkit_text import L, Texts


class Elements(Texts):
    def element(self, el, p, where):
        if not isinstance(el, dict) or "type" not in el:
            self.err(p, "element needs a type")
            return
        t = el["type"]
        for k, mx in (("action_id", L["action_id"]),):
            if k in el:
                self.s_(el[k], f"{p}/{k}", mx)
        if "placeholder" in el:
            self.text(el["placeholder"], p + "/placeholder", L["placeholder"], True)
        if "confirm" in el:
            self.confirm(el["confirm"], p + "/confirm")
        if t == "button":
            self.keys(el, p, ("type", "text"), ("action_id", "url", "value", "style", "confirm", "accessibility_label"))
            if "text" in el:
                self.text(el["text"], p + "/text", L["button_text"], True)
            if "value" in el:
                self.s_(el["value"], p + "/value", L["button_value"], 0)
            if "url" in el:
                self.s_(el["url"], p + "/url", L["button_url"])
            if "accessibility_label" in el:
                self.s_(el["accessibility_label"], p + "/accessibility_label", L["a11y_label"])
            if el.get("style", "primary") not in ("primary", "danger"):
                self.err(p + "/style", "style must be primary or danger")
        elif t in ("static_select", "multi_static_select"):
            self.keys(
                el,
                p,
                ("type",),
                (*self.COMMON, "options", "option_groups", "initial_option", "initial_options", "max_selected_items"),
            )
            self.options(el, p, L["options"])
        elif t == "multi_external_select":
            self.keys(el, p, ("type",), (*self.COMMON, "min_query_length", "initial_options", "max_selected_items"))
            if "initial_options" in el:
                self.options({"options": el["initial_options"]}, p, L["options"])
        elif t in (
            "users_select",
            "multi_users_select",
            "conversations_select",
            "multi_conversations_select",
            "channels_select",
            "external_select",
            "multi_channels_select",
        ):
            self.keys(
                el,
                p,
                ("type",),
                (
                    *self.COMMON,
                    "initial_user",
                    "initial_users",
                    "initial_conversation",
                    "initial_conversations",
                    "default_to_current_conversation",
                    "response_url_enabled",
                    "filter",
                    "min_query_length",
                    "initial_option",
                    "max_selected_items",
                    "initial_channel",
                ),
            )
        elif t == "overflow":
            self.keys(el, p, ("type", "options"), ("action_id", "confirm"))
            self.options(el, p, L["overflow"], url=True)
        elif t in ("checkboxes", "radio_buttons"):
            self.keys(
                el,
                p,
                ("type", "options"),
                ("action_id", "confirm", "focus_on_load", "initial_options", "initial_option"),
            )
            self.options(el, p, L["checks"], md=True)
        elif t in ("datepicker", "timepicker"):
            self.keys(el, p, ("type",), (*self.COMMON, "initial_date", "initial_time", "timezone"))
        elif t == "datetimepicker":
            self.keys(el, p, ("type",), ("action_id", "confirm", "focus_on_load", "initial_date_time"))
        elif t in ("plain_text_input", "email_text_input", "url_text_input", "number_input"):
            if where != "input":
                self.err(p, f"{t} only in an input block")
            self.keys(
                el,
                p,
                ("type",),
                (
                    "action_id",
                    "initial_value",
                    "multiline",
                    "min_length",
                    "max_length",
                    "dispatch_action_config",
                    "focus_on_load",
                    "placeholder",
                    "is_decimal_allowed",
                    "min_value",
                    "max_value",
                ),
            )
            for k in ("min_length", "max_length"):
                if k in el and not 0 <= el[k] <= L["input_max"]:
                    self.err(f"{p}/{k}", "0..3000")
        elif t == "file_input":
            if where != "input":
                self.err(p, "file_input only in an input block")
            self.keys(el, p, ("type",), ("action_id", "filetypes", "max_files"))
            if not 1 <= el.get("max_files", 10) <= 10:
                self.err(p, "max_files 1..10")
        elif t == "image":
            self.keys(el, p, ("type", "alt_text"), ("image_url", "slack_file"))
            self.s_(el.get("alt_text", ""), p + "/alt_text", L["alt_text"])
        elif t == "feedback_buttons":
            if self.keys(el, p, ("type", "positive_button", "negative_button"), ("action_id",)):
                for k in ("positive_button", "negative_button"):
                    b = el[k]
                    if self.keys(b, f"{p}/{k}", ("text", "value"), ("accessibility_label",)):
                        self.text(b["text"], f"{p}/{k}/text", 75, True)
                        self.s_(b["value"], f"{p}/{k}/value", 2000)
        elif t == "icon_button":
            self.keys(
                el,
                p,
                ("type", "icon", "text"),
                ("action_id", "value", "confirm", "accessibility_label", "visible_to_user_ids"),
            )
        elif t == "rich_text_input":
            self.keys(
                el,
                p,
                ("type",),
                ("action_id", "initial_value", "dispatch_action_config", "focus_on_load", "placeholder"),
            )
        else:
            self.err(p, f"unsupported element type {t}")
