"""Codes of an authenticator app (TOTP, RFC 6238): a secret, what proves it, and how it is shown once to be enrolled."""

from __future__ import annotations

import re
from datetime import datetime

import pyotp
import segno
from pyotp.exceptions import OTPVerificationError

from adapters.web.markup import Html, each, tag

NAME = "Candour"
DIGITS = re.compile(r"\d{6}", re.ASCII)
LATE = 1  # half-minutes that a phone's clock may be off by
QUIET = 4  # modules of white around a QR code (ISO/IEC 18004)
GROUP = 4  # letters of the secret between spaces


def secret() -> str:
    return pyotp.random_base32()


def number(secret: str, typed: str, now: datetime) -> int | None:
    """Which half-minute since 1970 this code belongs to; None where it is wrong or too old."""
    code = re.sub(r"[\s-]", "", typed)
    if not DIGITS.fullmatch(code):
        return None
    try:
        return pyotp.TOTP(secret).verify_and_get_timecode(code, for_time=now.timestamp(), valid_window=LATE)
    except OTPVerificationError:
        return None


def address(secret: str, school: str) -> str:
    """What the QR code says. It names the school, never the person: a phone may show it to anyone."""
    return pyotp.TOTP(secret).provisioning_uri(name=school, issuer_name=NAME)


def spelled(secret: str) -> str:
    """To be typed by hand: "ABCD EFGH"."""
    return " ".join(secret[start : start + GROUP] for start in range(0, len(secret), GROUP))


def picture(secret: str, school: str) -> Html:
    """The QR code as a drawing in the page itself: no file, nothing fetched."""
    rows = segno.make_qr(address(secret, school), error="m").matrix
    size = len(rows) + 2 * QUIET
    lines = (
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    )
    drawing = tag("path", d="".join(lines), fill="#000")
    ground = tag("path", d=f"M0 0h{size}v{size}h-{size}z", fill="#fff")
    label = "QR code for your authenticator app. The same secret is written out below it."
    return tag(
        "div",
        tag("svg", each([ground, drawing]), viewBox=f"0 0 {size} {size}", role="img", aria_label=label),
        class_="qr",
    )
