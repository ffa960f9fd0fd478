"""Where a store is: a SQLite file or a PostgreSQL database, read from an address whose password is never shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE = "sqlite:///"
POSTGRES = ("postgresql://", "postgres://")
PORT = 5432
NAME = re.compile(r"[\w-]{1,63}", re.ASCII)
HOST = re.compile(r"[\w.:-]*", re.ASCII)
HERE = ("", "localhost", "127.0.0.1", "::1")  # empty: the socket of this machine
PASSED_ON = frozenset({"sslmode", "sslrootcert"})  # to libpq, as the address gives them
WANTED = "Wanted sqlite:///PATH or postgresql://NAME:PASSWORD@HOST/DATABASE (value not shown)."


class BadAddress(ValueError):
    """What was wanted; never a character of the address, which may hold a password."""

    def __init__(self, fault: str) -> None:
        super().__init__(f"{fault}. {WANTED}")


@dataclass(frozen=True)
class Address:
    """Of a PostgreSQL database. Two are equal where they lead to the same tables, whoever logs in."""

    host: str
    port: int
    database: str
    schema: str = ""  # empty: the database's own default
    options: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)  # user, password, sslmode

    def __str__(self) -> str:
        where = f"PostgreSQL, database {self.database} at {self.host or 'this machine'}"
        return f"{where}, schema {self.schema}" if self.schema else where

    @classmethod
    def read(cls, url: str) -> Address:
        """Raises BadAddress."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port or PORT
            asked = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
        except ValueError:
            raise BadAddress("not the address of a PostgreSQL database") from None
        database, schema = unquote(parts.path.removeprefix("/")), asked.pop("schema", "")
        if parts.fragment or not HOST.fullmatch(host) or not NAME.fullmatch(database):
            raise BadAddress("not the address of a PostgreSQL database")
        if schema and not NAME.fullmatch(schema):
            raise BadAddress("the name of its schema may hold letters, digits, _ and - only")
        if asked.keys() - PASSED_ON:
            raise BadAddress(f"after its ? may stand schema, {' and '.join(sorted(PASSED_ON))} only")
        login = {"user": unquote(parts.username or ""), "password": unquote(parts.password or "")}
        return cls(host, port, database, schema, {name: value for name, value in (login | asked).items() if value})

    @property
    def near(self) -> bool:
        """On this machine, so that nothing crosses a network."""
        return self.host in HERE

    def within(self, schema: str) -> Address:
        return replace(self, schema=schema)

    def sealed(self) -> Address:
        """Nothing crosses a network in clear, unless the address asks for that with an sslmode of its own."""
        return self if self.near else replace(self, options={"sslmode": "require"} | dict(self.options))


Place = Path | Address


def place(url: str, folder: Path) -> Place:
    """sqlite:///PATH from that folder, sqlite:////PATH from the root. Raises BadAddress."""
    if url.startswith(POSTGRES):
        return Address.read(url)
    path = url.removeprefix(SQLITE)
    if path == url or not path or path == ":memory:" or "?" in path or not path.isprintable():
        raise BadAddress("not the address of a SQLite file or a PostgreSQL database")
    return folder / path
