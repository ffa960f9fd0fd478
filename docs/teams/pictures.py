"""Draws cards with Microsoft's own renderer in Chromium: python -m docs.teams.pictures NODE_MODULES FOLDER

NODE_MODULES is where `npm install adaptivecards markdown-it@13` has put them. Every card of the gallery is parsed; the
program fails if the renderer has anything to say of one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from adapters.teams.dialogs import Sign, form
from adapters.teams.messages import Private, message, notice
from bot.asking import Reply
from bot.card import Button
from tests.gallery.cards import every

CHROMIUM = ("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files")
STYLE = "body{font:14px Segoe UI,sans-serif;background:#f5f5f5;margin:16px}.c{background:#fff;width:520px;"
STYLE += "margin:0 16px 16px 0;border:1px solid #ddd;border-radius:6px;display:inline-block;vertical-align:top}"
HOST = {"supportsInteractivity": True, "fontFamily": "Segoe UI, sans-serif"}
SCRIPT = """
const said = [], loose = [];
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownit({html: false}).render(text); result.didProcess = true; };
for (const [n, drawn] of CARDS.entries()) {
  const card = new AdaptiveCards.AdaptiveCard(), context = new AdaptiveCards.SerializationContext();
  card.hostConfig = new AdaptiveCards.HostConfig(HOST);
  card.parse(drawn, context);
  for (let i = 0; i < context.eventCount; i++) {
    const message = context.getEventAt(i).message;  // its test of "lang" keeps a state, and fails every second time
    if (drawn.lang !== "en" || !message.includes('"lang"')) said.push(n + ": " + message); }
  const box = document.createElement("div"); box.className = "c"; box.appendChild(card.render());
  for (const bad of box.querySelectorAll("script, img, iframe, strong, em, a[href^='javascript']"))
    loose.push(n + ": " + bad.outerHTML);
  if (n < SHOWN) document.body.appendChild(box);
}
document.title = JSON.stringify({cards: CARDS.length, said, loose});
"""


def cards() -> Iterator[dict[str, Any]]:
    yield dict(notice(Button("Open your private items", "inbox")).card)
    for card in every():
        yield form((Reply(card),), Sign(again="help"))
        try:
            yield from (dict(one.card) for one in message(card))
        except Private:
            continue


def main(modules: Path, folder: Path) -> int:
    drawn = sorted(cards(), key=lambda card: len(json.dumps(card)))
    page = folder / "cards.html"
    scripts = [modules / "markdown-it/dist/markdown-it.min.js", modules / "adaptivecards/dist/adaptivecards.min.js"]
    held = f"const CARDS = {json.dumps(drawn)}, HOST = {json.dumps(HOST)}, SHOWN = {len(drawn) * 3 // 4};"
    held = held.replace("</", "<\\/")
    sources = "".join(f"<script src='{path.resolve().as_uri()}'></script>" for path in scripts)
    body = f"<meta charset=utf-8><style>{STYLE}</style>{sources}<body><script>{held}{SCRIPT}</script>"
    page.write_text(body, encoding="utf-8")
    shot = f"--screenshot={folder / 'cards.png'}"
    where = page.resolve().as_uri()
    subprocess.run([*CHROMIUM, "--window-size=1150,14000", shot, where], check=True, capture_output=True)  # noqa: S603 - a browser of this machine's
    dumped = subprocess.run([*CHROMIUM, "--dump-dom", where], check=True, capture_output=True, text=True).stdout  # noqa: S603 - the same
    title = dumped.partition("<title>")[2].partition("</title>")[0]
    print(title or "The browser did not draw the cards.")
    return 0 if title and '"said":[]' in title and '"loose":[]' in title else 1


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
