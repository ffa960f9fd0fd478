"""Checks whether what is due is carried: a worker that is alive, nothing overdue, and a way to each recipient."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from adapters.assembly import House
from adapters.auditor import SAID, Trouble
from adapters.doctor.findings import Finding, must, well, worth
from adapters.doctor.machine import made
from adapters.stores.rows import Unusable
from adapters.stores.vitals import StoredVitals


def carriage(house: House) -> Iterator[Finding]:
    yield from work(house)
    yield from mail(house)
    yield from alarm(house)


def work(house: House) -> Iterator[Finding]:
    from adapters.stores import migrations

    if not made(house.settings.database):
        return
    try:
        migrations.check(house.database, migrations.DATABASE)
        yield from _worked(house)
    except (migrations.NotLaid, Unusable, sqlite3.Error, OSError):
        return  # the check of the database has said why


def _worked(house: House) -> Iterator[Finding]:
    minutes, production = house.settings.alarm_minutes, house.settings.production
    found = house.auditor().troubles()
    if Trouble.LATE in found:
        yield must("worker", SAID[Trouble.LATE].format(minutes=minutes))
    beat = StoredVitals(house.database).last_beat()
    if beat is None:
        if production:
            yield worth("worker", "No worker has been alive here yet, so nothing is delivered. Start: candour worker")
        return
    silent = (house.work_clock() - beat).total_seconds() / 60
    if silent <= minutes:
        yield well("worker", "A worker is alive.")
    else:
        says = f"No worker has been alive for {silent:.0f} minutes, so nothing is delivered. Start: candour worker"
        yield (must if production else worth)("worker", says)


def mail(house: House) -> Iterator[Finding]:
    """Logs in to the mail server and out again; no letter is sent."""
    if house.post is None:
        if house.settings.production:
            alone = not (house.settings.slack or house.settings.teams)
            says = "SMTP_URL is missing, so nobody is told by e-mail that something waits for them."
            yield (must if alone else worth)("mail", says)
        return
    try:
        house.post.check()
    except OSError as fault:
        yield must("mail", f"{house.post.server} does not take letters from us ({type(fault).__name__}). See SMTP_URL.")
    else:
        yield well("mail", f"{house.post.server} takes letters from us.")


def alarm(house: House) -> Iterator[Finding]:
    if house.settings.alarm_email and house.post:
        yield well("alarm", "Somebody is written to when deliveries stand still.")
    elif house.settings.alarm_email:
        yield must("alarm", "ALARM_EMAIL is there, and no SMTP_URL to send an alarm by.")
    elif house.settings.production:
        yield worth("alarm", "ALARM_EMAIL is missing, so nobody is told when deliveries stand still.")
