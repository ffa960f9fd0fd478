"""Slack's blocks as a page of HTML that looks as Slack shows them, so that a person can look at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

Block = Mapping[str, Any]
STYLE = """
*{box-sizing:border-box}
body{margin:0;padding:16px;background:#fff;color:#1d1c1d;font:15px/1.46 Lato,Arial,"DejaVu Sans Condensed",sans-serif}
.frame{border:1px solid #ddd;border-radius:8px;padding:16px 20px;width:560px;box-shadow:0 1px 4px #0002}
.bar{display:flex;justify-content:space-between;font-weight:900;font-size:18px;margin:-4px 0 12px}
.bar span{color:#616061;font-weight:400}h3{font-size:18px;margin:14px 0 6px}
p{margin:6px 0;white-space:pre-wrap}
blockquote{margin:6px 0;border-left:4px solid #ddd;padding-left:12px;white-space:pre-wrap}
a{color:#1264a3;text-decoration:none}
pre{background:#f8f8f8;border:1px solid #ddd;border-radius:4px;padding:8px;color:#e01e5a;margin:6px 0}
.row{display:flex;flex-wrap:wrap;gap:8px;margin:8px 0}
.button{border:1px solid #bbb;border-radius:4px;padding:4px 12px;font-weight:700}
.danger{border-color:#e01e5a;color:#e01e5a}.go{background:#007a5a;border-color:#007a5a;color:#fff}
.foot{justify-content:flex-end;margin-top:16px}label{display:block;font-weight:700;margin:14px 0 4px}
small{color:#616061;display:block;font-weight:400}
.box{border:1px solid #868686;border-radius:4px;padding:8px 12px;min-height:38px;white-space:pre-wrap}
.many{min-height:96px}.pick{margin:5px 0}
.pick i{display:inline-block;width:14px;height:14px;border:1px solid #868686;margin-right:8px;vertical-align:-2px}
.round i{border-radius:7px}.on i{background:#1264a3}.note{color:#616061;font-size:13px}
hr{border:0;border-top:1px solid #ddd}.who{font-weight:900;margin-bottom:2px}
"""


def page(blocks: Sequence[Block], view: Block | None = None) -> str:
    """A message; or a form or the Home with its bar and its button."""
    inside = "".join(map(_block, blocks))
    modal = view is not None and view["type"] == "modal"
    bar = f'<div class="bar">{escape(view["title"]["text"])}<span>×</span></div>' if view and modal else ""
    who = "" if modal else '<div class="who">Candour <small style="display:inline">APP</small></div>'
    buttons = ('<div class="button">Close</div>' if modal else "") + _submit(view)
    foot = f'<div class="row foot">{buttons}</div>' if modal else ""
    body = f'<div class="frame">{bar}{who}{inside}{foot}</div>'
    return f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{body}'


def _submit(view: Block | None) -> str:
    return f'<div class="button go">{escape(view["submit"]["text"])}</div>' if view and "submit" in view else ""


def _block(block: Block) -> str:
    match block["type"]:
        case "header":
            return f"<h3>{_text(block['text'])}</h3>"
        case "section":
            return f"<p>{_text(block['text'])}</p>"
        case "divider":
            return "<hr>"
        case "context":
            return f'<p class="note">{" · ".join(map(_text, block["elements"]))}</p>'
        case "rich_text":
            return "".join(map(_rich, block["elements"]))
        case "actions":
            return f'<div class="row">{"".join(map(_button, block["elements"]))}</div>'
        case "context_actions":
            (asked,) = block["elements"]
            return (
                '<div class="row note">'
                + " ".join(f"[{_text(asked[side]['text'])}]" for side in ("positive_button", "negative_button"))
                + "</div>"
            )
        case "input":
            return _input(block)
    raise ValueError(f"There is no picture of {block['type']} yet.")


def _input(block: Block) -> str:
    optional = " <small style='display:inline'>(optional)</small>" if block.get("optional") else ""
    hint = f"<small>{_text(block['hint'])}</small>" if "hint" in block else ""
    return f"<label>{_text(block['label'])}{optional}</label>{_field(block['element'])}{hint}"


def _field(element: Block) -> str:
    kind, held = element["type"], element.get("initial_options") or [element.get("initial_option")]
    if kind == "plain_text_input":
        many = " many" if element.get("multiline") else ""
        return f'<div class="box{many}">{escape(element.get("initial_value", ""))}</div>'
    if kind in ("radio_buttons", "checkboxes"):
        look = "pick round" if kind == "radio_buttons" else "pick"
        return "".join(
            f'<div class="{look}{" on" if option in held else ""}"><i></i>{_text(option["text"])}</div>'
            for option in element["options"]
        )
    chosen = ", ".join(_text(option["text"]) for option in held if option)
    return f'<div class="box">{chosen or "Select an option"} <span style="float:right">⌄</span></div>'


def _button(element: Block) -> str:
    danger = " danger" if element.get("style") == "danger" else ""
    return f'<div class="button{danger}">{_text(element["text"])}</div>'


def _rich(part: Block) -> str:
    words = "".join(map(_word, part["elements"]))
    tag = {"rich_text_quote": "blockquote", "rich_text_preformatted": "pre"}.get(part["type"], "p")
    return f"<{tag}>{words}</{tag}>"


def _word(element: Block) -> str:
    said = escape(element.get("text", ""))
    if element["type"] == "link":
        return f'<a href="#">{said}</a>'
    return f"<b>{said}</b>" if (element.get("style") or {}).get("bold") else said


def _text(text: Block) -> str:
    return escape(text["text"])
