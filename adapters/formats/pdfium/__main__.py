"""Reads a PDF from standard input and writes its pages to standard output, one JSON object a line."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from dataclasses import astuple

from adapters.formats import Unreadable
from adapters.formats.pdfium.document import sheets
from adapters.formats.pdfium.limits import A_PAGE, AT_FIRST, MOST_MEMORY, TOO_SLOW
from adapters.formats.pdfium.pieces import Sheet


class Watch:
    """Ends the process when a page takes too long: pdfium gives no other chance."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.pages = 0

    def begin(self) -> None:
        threading.Thread(target=self._look, daemon=True).start()

    def _look(self) -> None:
        while time.monotonic() - self.began < AT_FIRST + A_PAGE * self.pages:
            time.sleep(0.02)
        os._exit(TOO_SLOW)


def main() -> None:
    data = sys.stdin.buffer.read()
    _limit_memory()
    watch = Watch()
    watch.begin()
    answer: list[str] = []
    try:
        for sheet in sheets(data):
            watch.pages += 1
            answer += [_told(sheet)] if sheet.pieces or sheet.pictured else []
    except Unreadable as why:
        answer = [json.dumps({"unreadable": str(why)})]
    sys.stdout.write("\n".join(answer))
    sys.stdout.flush()
    os._exit(0)  # pdfium may be slow to tidy up, too


def _told(sheet: Sheet) -> str:
    return json.dumps(
        {
            "number": sheet.number,
            "width": sheet.width,
            "height": sheet.height,
            "pieces": [astuple(piece) for piece in sheet.pieces],
            "rules": [astuple(rule) for rule in sheet.rules],
            "walls": [astuple(wall) for wall in sheet.walls],
            "pictured": sheet.pictured,
        }
    )


def _limit_memory() -> None:
    """Windows has no such limits: there, time alone must do."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        allowed = resource.getrlimit(limit)[1]
        most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        try:
            resource.setrlimit(limit, (most, allowed))
        except (ValueError, OSError):  # macOS refuses some
            continue


if __name__ == "__main__":
    main()
