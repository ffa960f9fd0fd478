"""Proves that a request came from Slack, by its raw bytes and before anything reads them."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

MOST_AGE = 300  # seconds: an older request may be a copy
VERSION = "v0"


def genuine(secret: str, headers: Mapping[str, str], body: bytes, now: float) -> bool:
    """Slack's own rule: HMAC-SHA256 over version, time and body. `now` in seconds since 1970."""
    sent, signature = headers.get("X-Slack-Request-Timestamp", ""), headers.get("X-Slack-Signature", "")
    if not (secret and sent.isascii() and sent.isdigit() and len(sent) < 16 and abs(now - int(sent)) <= MOST_AGE):
        return False
    signed = hmac.new(secret.encode(), f"{VERSION}:{sent}:".encode() + body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(f"{VERSION}={signed}".encode(), signature.encode("utf-8", "surrogateescape"))
