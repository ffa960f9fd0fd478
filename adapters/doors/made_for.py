"""Whom a form was drawn for, as a short hash in it: so that it is noticed when somebody else presses or sends it.

What a form carries decides nothing: who acts is what the platform signed. So the hash needs no key, and a forged one
gains nothing. What is the same for everybody, such as an answer or a notice, carries none.
"""

from __future__ import annotations

import hashlib
import hmac

from reports.people import PersonId

LENGTH = 20  # hex digits


def made_for(school: str, who: PersonId) -> str:
    return hashlib.sha256(f"made for\0{school}\0{who}".encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def is_anothers(carried: str, school: str, who: PersonId) -> bool:
    """Whether it says that it was drawn for somebody, and not for this one."""
    return bool(carried) and not hmac.compare_digest(
        carried.encode("utf-8", "surrogatepass"), made_for(school, who).encode()
    )
