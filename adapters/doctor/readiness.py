"""Whether this machine and its schools are ready for reports: every check in order, and the gate before a start."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from adapters.assembly import House
from adapters.days import today
from adapters.doctor.carriage import carriage
from adapters.doctor.findings import Finding, Weight, of_school
from adapters.doctor.handovers import handovers
from adapters.doctor.kept import ageing, kept
from adapters.doctor.machine import machine, tokens, unclaimed
from adapters.doctor.people import people
from adapters.doctor.policies import policies
from adapters.doctor.record import record
from adapters.doctor.routes import alone, nobody, routes
from adapters.doctor.waiting import waiting
from adapters.faults import Faults
from adapters.schoolfile import Registered
from reports.coverage import ONE_OF, Coverage, matrix


def findings(house: House, schools: Sequence[Registered]) -> tuple[Finding, ...]:
    """All that the doctor looks at, the machine first."""
    return (
        *machine(house),
        *kept(house),
        *carriage(house),
        *unclaimed(house),
        *(found for registered in schools for found in school(house, registered)),
    )


def school(house: House, registered: Registered) -> tuple[Finding, ...]:
    day = today(registered.school, house.clock())
    return of_school(
        registered.school.id,
        (
            *people(registered.school, day, house.settings.sample),
            *routes(registered.school, day),
            *tokens(house.settings, registered),
            *policies(house, registered, day),
            *ageing(house, registered),
            *waiting(house, registered),
            *record(house, registered),
            *handovers(house, registered),
        ),
    )


def stand_ready(house: House, warn: Callable[[str], object]) -> None:
    """Before a process takes reports or carries them: warns of routes without a backup, and of those to nobody.

    Raises Faults in production where a route leads to nobody in school, with every such route.
    """
    refused: list[str] = []
    for registered in house.schools.values():
        for finding in _routes(registered):
            lines = [f"{registered.school.id}: {finding.says}", *(f"  {detail}" for detail in finding.details)]
            if finding.weight is Weight.MUST and house.settings.production:
                refused += lines
            elif finding.weight is not Weight.WELL:
                warn(f"{lines[0]} Look with: candour doctor --all")
    if refused:
        raise Faults([*refused, "Fill the vacant posts in school.toml: `candour doctor` names them."])


def _routes(registered: Registered) -> Iterator[Finding]:
    found = Coverage(matrix(registered.school), {}, {})
    yield from nobody(found)
    if any(cell.about in ONE_OF for cell in found.alone):  # two people at once are rare: the doctor tells of them
        yield next(alone(found))
