"""candour serve: the web process, with a worker beside it if asked."""

from __future__ import annotations

import errno
import os
import sys
import threading
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from adapters import logs, sealing
from adapters.assembly import House
from adapters.doctor.readiness import stand_ready
from adapters.faults import Faults

if TYPE_CHECKING:
    from adapters.web.door import Door

EXAMPLE = "candour serve --port 8000 --with-worker"
TAKEN = (errno.EADDRINUSE, errno.EACCES)  # by another program, or kept for the machine's own
HOST = "0.0.0.0"  # noqa: S104 - a Procfile host forwards to whatever the process listens on


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--port", help="the port to listen on; PORT in the environment, or 8000")
    parser.add_argument("--with-worker", action="store_true", help="run the errand worker in this process too")


def run(options: Namespace) -> int:
    from aiohttp import web

    from adapters.auditor import Watch
    from adapters.web.house import ready, served

    house, keyless = sealing.opened(_warn)
    logs.begin(house.settings.log_level, house.schools)
    stand_ready(house, _warn)
    sealed = not keyless and sealing.reports_are_on(house, _warn)
    port = _port("--port", options.port) if options.port else _port("PORT", os.environ.get("PORT", "8000"))
    ready(house)  # the stores are opened before any thread asks for them; one that is away is waited for
    if options.with_worker and sealed:
        _start_worker(house)
    watch = Watch(house.auditor)
    threading.Thread(target=watch.run, daemon=True, name="auditor").start()
    application = served(house, port, *_slack(house), *_teams(house), troubles=watch.troubles)
    try:
        web.run_app(application, host=HOST, port=port, access_log=None, print=lambda *_: _listening(port))
    except OSError as fault:
        if fault.errno not in TAKEN:
            raise
        why = os.strerror(fault.errno).lower()
        raise Faults([f"Port {port} can't be used ({why}). Choose another, such as --port 8001."]) from None
    return 0


def _listening(port: int) -> None:
    print(f"Serving at http://localhost:{port}, the recipient desk at /desk. Press Ctrl-C to stop.", flush=True)


def _warn(why: str) -> None:
    print(why, file=sys.stderr)


def _slack(house: House) -> tuple[Door, ...]:
    """Where its tokens are set, and a school has said which workspace is its own."""
    if not house.settings.slack:
        return ()
    from adapters.slack import opening

    if not opening.wanted(house):
        print("SLACK_* is set, and no school.toml has a slack_team: Slack stays off.", file=sys.stderr)
        return ()
    return (opening.door(house),)


def _teams(house: House) -> tuple[Door, ...]:
    """Where its registration is set, and a school has said which tenant is its own."""
    if not house.settings.teams:
        return ()
    from adapters.teams import opening

    if not opening.wanted(house):
        print("TEAMS_* is set, and no school.toml has a teams_tenant: Teams stays off.", file=sys.stderr)
        return ()
    return (opening.door(house),)


def _port(where: str, value: str) -> int:
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise Faults([f"{where}: “{value}” is no port. Wanted a number from 1 to 65535."])
    return int(value)


def _start_worker(house: House) -> None:
    threading.Thread(target=house.worker().run, daemon=True, name="worker").start()
