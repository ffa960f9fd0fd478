"""A pattern that is compiled when it is first needed: of whole tables of them, one question needs a few."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

_ODD = "İıſ"  # where case is ignored they pass for i and s, and lower() leaves them as they are


class Sought:
    """Used like a compiled pattern. Threads may share it: two that compile it at once get the same."""

    def __init__(self, pattern: str, tells: str = "", flags: int = 0) -> None:
        """`tells`: pieces with commas between; one of them stands in whatever it matches, and is quickly looked for."""
        self.pattern = pattern
        self.tells = tuple(tells.split(",")) if tells else ()
        self._flags = flags
        self._any_case = bool(flags & re.IGNORECASE)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def may_be_in(self, text: str) -> bool:
        """False only where nothing can be found."""
        if not self.tells:
            return True
        if self._any_case:
            if not text.isascii() and not set(_ODD).isdisjoint(text):
                return True
            text = text.lower()
        for piece in self.tells:  # noqa: SIM110 - any() takes three times as long, for every question and pattern
            if piece in text:
                return True
        return False

    def search(self, text: str) -> re.Match[str] | None:
        return self._compiled.search(text) if self.may_be_in(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        return self._compiled.match(text) if self.may_be_in(text) else None

    def findall(self, text: str) -> list[str]:
        """The text of the only group, or of the whole pattern where it has none."""
        return self._compiled.findall(text) if self.may_be_in(text) else []

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text) if self.may_be_in(text) else iter(())

    def sub(self, by: str, text: str) -> str:
        return self._compiled.sub(by, text) if self.may_be_in(text) else text

    def split(self, text: str) -> list[str]:
        return self._compiled.split(text) if self.may_be_in(text) else [text]
