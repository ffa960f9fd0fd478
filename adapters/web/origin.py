"""Tells whether a form was posted from one of our own pages, by what the browser says and no page can forge."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}
OURS = "same-origin"


def origin(url: str) -> str:
    """As a browser writes it: "https://candour.school.example", with a port only where it is not the usual one."""
    parts = urlsplit(url)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = "" if parts.port in (None, PORTS.get(parts.scheme)) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def ours(headers: Mapping[str, str], origins: frozenset[str]) -> bool:
    """Our pages send no referrer, so that a browser gives "null" as their origin and says more in Sec-Fetch-Site.

    Either may be missing, but not both; and neither may speak against it.
    """
    said, site = headers.get("Origin"), headers.get("Sec-Fetch-Site")
    if site not in (None, OURS):
        return False
    return site == OURS if said in (None, "null") else said in origins
