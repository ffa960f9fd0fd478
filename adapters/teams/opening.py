"""Makes Teams' door from the house: the tenant that a school has named, with its registration and its people."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from adapters.assembly import House
from adapters.doors.answering import Answering
from adapters.faults import Faults
from adapters.schoolfile import Registered
from adapters.settings import Settings
from adapters.stores.claims import StoredClaims
from adapters.stores.feedback import StoredFeedback
from adapters.stores.migrations import NotLaid
from adapters.stores.references import StoredReferences
from adapters.stores.rows import Unusable
from adapters.teams.app import Teams
from adapters.teams.carrier import TRIES, TeamsWay
from adapters.teams.credentials import LOGIN, Credentials
from adapters.teams.door import Door
from adapters.teams.people import Tenant
from adapters.teams.seen import COULD_SEE
from adapters.teams.tokens import METADATA, Checks, SigningKeys, on_this_machine
from adapters.teams.wire import Wire
from adapters.vault import WrongKey
from bot.setting import Setting

NEEDED = ("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID")
FLAG = "TEAMS_INSECURE_LOOPBACK"  # lets in whoever is on this machine, without a token; in development only


def wanted(house: House) -> bool:
    """Whether there is any Teams to listen to."""
    return bool(house.settings.teams) and any(school.teams_tenant for school in house.schools.values())


def door(house: House) -> Door:
    """Raises Faults where it can't be told who is calling, or two schools share a tenant."""
    held, named = house.settings.teams, _named(house)
    insecure = held.get(FLAG) == "1"
    faults = [*_shared(named), *_lacking(house.settings, insecure), *_apart(held, named)]
    if faults:
        raise Faults(faults)
    tenants = {registered.teams_tenant.casefold(): _tenant(house, registered) for registered in named}
    hears = Teams(tenants, StoredClaims(house.door_store), wire(house.settings), house.clock)
    keys = metadata(house.settings)
    plain = not house.settings.production and (insecure or on_this_machine(keys))
    return Door(hears, Checks(held.get("TEAMS_APP_ID", ""), SigningKeys(keys), plain), insecure)


def metadata(settings: Settings) -> str:
    """Where Microsoft says with which keys its connector signs."""
    return _ours(settings, "TEAMS_OPENID_URL", METADATA)


def way(house: House, registered: Registered) -> TeamsWay:
    sends = wire(house.settings)
    sends.tries = TRIES
    return TeamsWay(StoredReferences(house.database, house.vault, registered.school.id), sends)


def wire(settings: Settings) -> Wire:
    held, login = settings.teams, _ours(settings, "TEAMS_LOGIN_URL", LOGIN)
    return Wire(
        Credentials(
            held.get("TEAMS_APP_ID", ""), held.get("TEAMS_APP_PASSWORD", ""), held.get("TEAMS_TENANT_ID", ""), login
        )
    )


def _tenant(house: House, registered: Registered) -> Tenant:
    school = registered.school
    setting = Setting("Teams", COULD_SEE, school.retention.default, ZoneInfo(school.timezone), forms=True)
    return Tenant(
        registered.teams_tenant,
        school,
        Answering(house, registered, setting),
        lambda: house.shelf.current(school.id),
        StoredFeedback(house.door_store, school.id).count,
        _references(house, registered),
    )


def _references(house: House, registered: Registered) -> StoredReferences | None:
    try:
        return StoredReferences(house.door_store, house.vault, registered.school.id) if house.shelf else None
    except (Faults, WrongKey, Unusable, NotLaid):  # without a key, questions still work
        return None


def _ours(settings: Settings, name: str, usual: str) -> str:
    """Microsoft's own address; another only in development, where tests have a Microsoft of their own."""
    return usual if settings.production else settings.teams.get(name, usual)


def _named(house: House) -> list[Registered]:
    return [registered for registered in house.schools.values() if registered.teams_tenant]


def _shared(named: list[Registered]) -> list[str]:
    first: dict[str, Registered] = {}
    twice = [each for each in named if first.setdefault(each.teams_tenant.casefold(), each) is not each]
    return [f"{each.path}: school.teams_tenant: another school has this tenant too. Wanted its own." for each in twice]


def _lacking(settings: Settings, insecure: bool) -> list[str]:
    if insecure and settings.production:
        return [f"{FLAG}: set in production. It lets in whoever reaches this machine. Wanted nothing."]
    lacking = [] if insecure else [name for name in NEEDED if not settings.teams.get(name)]
    return [f"{name}: missing. Wanted it from the bot's registration; see README." for name in lacking]


def _apart(held: Mapping[str, str], named: list[Registered]) -> list[str]:
    """The registration is of one tenant, which must be a school's."""
    ours = held.get("TEAMS_TENANT_ID", "").casefold()
    if not ours or ours in {each.teams_tenant.casefold() for each in named}:
        return []
    return ["TEAMS_TENANT_ID: no school.toml has this teams_tenant. Wanted the same id in both."]
