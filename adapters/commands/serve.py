"""candour serve: the web process, with a worker beside it if asked."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from argparse import ArgumentParser, Namespace

from adapters.assembly import House
from adapters.doctor.readiness import stand_ready
from adapters.faults import Faults
from adapters.stores.rows import Unusable

EXAMPLE = "candour serve --port 8000 --with-worker"
HOST = "0.0.0.0"  # noqa: S104 - a Procfile host forwards to whatever the process listens on


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--port", type=int, help="the port to listen on; PORT in the environment, or 8000")
    parser.add_argument("--with-worker", action="store_true", help="run the errand worker in this process too")


def run(options: Namespace) -> int:
    from aiohttp import web

    from adapters.web import app

    house = House.open()
    stand_ready(house, lambda warning: print(warning, file=sys.stderr))
    port = options.port or _port(os.environ.get("PORT", "8000"))

    def ready() -> bool:
        try:
            return house.shelf is not None and house.vault is not None
        except (Faults, Unusable, sqlite3.Error):
            return False

    if options.with_worker:
        _start_worker(house)
    web.run_app(app(ready), host=HOST, port=port, access_log=None, print=lambda *_: None)
    return 0


def _port(value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise Faults([f"PORT: “{value}” is no port. Wanted a number from 1 to 65535."])
    return int(value)


def _start_worker(house: House) -> None:
    from adapters.worker import Worker

    worker = Worker(tuple(house.round(registered) for registered in house.schools.values()), house.clock)
    threading.Thread(target=worker.run, daemon=True, name="worker").start()
