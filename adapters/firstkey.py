"""Draws a key for someone who only wants to try the sample school, so that they need not prepare anything."""

from __future__ import annotations

import os
from pathlib import Path

from adapters.serverkeys import SIZE, written
from adapters.settings import Settings

OWNER_ONLY = 0o600


def drawn(settings: Settings) -> bool:
    """Writes CANDOUR_KEY to .env in the working folder if there is none anywhere; True if it did."""
    if settings.keys or not settings.sample or settings.production:
        return False
    file = Path.cwd() / ".env"
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, OWNER_ONLY), "a", encoding="utf-8") as env:
        env.write(f"# Drawn for trying out the sample school.\nCANDOUR_KEY={written(os.urandom(SIZE))}\n")
    return True
