"""Ends the layout of a file that takes too long."""

from __future__ import annotations

import time

from adapters.formats import Unreadable

AT_FIRST = 0.4  # seconds
A_PAGE = 0.03  # seconds more for each page that is done: five times what a full one takes


class Patience:
    """Begins to wait when made."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def check(self, pages: int) -> None:
        """`pages`: how many are done. Raises Unreadable."""
        if time.monotonic() - self._began > AT_FIRST + A_PAGE * pages:
            raise Unreadable(
                "The PDF takes too long to read. Please save the policy as a new PDF, without pictures or drawings."
            )
