"""The invented school that `make chat` starts with: its people, numbers, calendar and policies."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
