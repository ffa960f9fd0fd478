"""What every answer tells the browser that it may not do."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping

from adapters.web.style import STYLE

STYLE_HASH = b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
CONTENT = (
    f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS: Mapping[str, str] = {
    "Content-Security-Policy": CONTENT,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",  # a page that may be kept says so itself
}
HSTS = ("Strict-Transport-Security", "max-age=31536000")


def headers(encrypted: bool) -> Mapping[str, str]:
    """`encrypted`: this server is reached by https."""
    return {**ALWAYS, **dict([HSTS] if encrypted else [])}
