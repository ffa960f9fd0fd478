"""How many requests came to each route and what became of them: numbers only, of this process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

METHODS = frozenset({"GET", "HEAD", "POST"})  # a stranger may send any word as a method


class Counters:
    def __init__(self) -> None:
        self._requests: Counter[tuple[str, str, int]] = Counter()

    def count(self, route: str, method: str, status: int) -> None:
        self._requests[route, method if method in METHODS else "other", status] += 1

    def lines(self, errands_due: int) -> Iterator[str]:
        """As Prometheus reads them (text format 0.0.4)."""
        yield "# TYPE candour_requests_total counter"
        for (route, method, status), count in sorted(self._requests.items()):
            yield f'candour_requests_total{{route="{route}",method="{method}",status="{status}"}} {count}'
        yield "# TYPE candour_errands_due gauge"
        yield f"candour_errands_due {errands_due}"
