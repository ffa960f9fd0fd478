"""candour worker: carries reports to their recipients, and moves on when nobody acknowledges."""

from __future__ import annotations

import signal
import sys
from argparse import ArgumentParser, Namespace

from adapters import logs
from adapters.assembly import House
from adapters.doctor.readiness import stand_ready

EXAMPLE = "candour worker"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do what is due now, and stop")


def run(options: Namespace) -> int:
    house = House.open()
    logs.begin(house.settings.log_level, house.schools)
    stand_ready(house, lambda warning: print(warning, file=sys.stderr))
    worker = house.worker()
    if options.once:
        print(f"{worker.drain()} errands done.")
        return 0
    for signalled in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signalled, lambda *_: worker.stopped.set())
    print("Carrying reports. Press Ctrl-C to stop.", flush=True)
    worker.run()
    return 0
