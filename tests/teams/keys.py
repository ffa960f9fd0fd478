"""Keys with which our own connector signs, and how it publishes them."""

from __future__ import annotations

import base64
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric import rsa


@cache
def key(name: str) -> rsa.RSAPrivateKey:  # noqa: ARG001 - one for each name
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwk(name: str, endorsements: list[str] | None = None) -> dict[str, Any]:
    numbers = key(name).public_key().public_numbers()

    def written(number: int) -> str:
        return base64.urlsafe_b64encode(number.to_bytes((number.bit_length() + 7) // 8, "big")).rstrip(b"=").decode()

    endorsed = ["msteams"] if endorsements is None else endorsements
    return {"kty": "RSA", "use": "sig", "kid": name, "n": written(numbers.n), "e": "AQAB", "endorsements": endorsed}
