"""Every store of cases, receipts and unsent reports, opened as another process would, and what is kept in them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.stores import migrations
from adapters.stores.cases import StoredCases
from adapters.stores.certificates import StoredCertificates
from adapters.stores.erasure import Erasure
from adapters.stores.keys import StoredKeys
from adapters.stores.receipts import StoredReceipts
from adapters.stores.rows import Store
from adapters.stores.talks import StoredTalks
from adapters.vault import Keyring, Vault
from bot.conversation import Conversation
from reports.case import Acknowledged, Delivered, Exhausted, Filed, Lapsed, Opened, Undeliverable
from reports.errands import Errand, Verb
from reports.events import (
    Added,
    Asked,
    Closed,
    Involved,
    Named,
    Noted,
    Recused,
    Reminded,
    Transferred,
    Treated,
    Wished,
    Withdrawn,
)
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from reports.route import Because, Body, Hop, Route
from tests.fakes import MemoryCases, MemoryReceipts, MemoryTalks

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=5)
HEAD, CHAIR, ANN = PersonId("h.head"), PersonId("c.chair"), PersonId("a.ann")
ID = CaseId("C1")
CONCERN = Concern(Kind.HARASSMENT, frozenset({"colleague", "person:b.bob"}), ANN, frozenset({PersonId("w")}))
ROUTE = Route(
    (Hop((HEAD,), Because("Policy, 5(ii)")), Hop((CHAIR,), Because(practice="chair-backs-up-head"))),
    (PersonId("s.dsl"),),
    Body.LA,
    frozenset({ANN, PersonId("b.bob")}),
)
BOB = frozenset({PersonId("b.bob")})
FILED = Filed(Report(ID, NOW, CONCERN, False), ROUTE, False, "mark", "The diocese, 01632 960000", BOB)
EVERY_EVENT = (
    FILED,
    Delivered(NOW, HEAD, "m1"),
    Undeliverable(NOW, CHAIR, "unreachable"),
    Opened(NOW, HEAD),
    Acknowledged(NOW, HEAD),
    Lapsed(NOW, 0),
    Exhausted(NOW),
    Reminded(NOW, HEAD, "m2", feedback=True),
    Recused(NOW, CHAIR),
    Transferred(NOW, HEAD, CHAIR),
    Involved(NOW, frozenset({"person:b.bob"}), frozenset({PersonId("w")}), BOB),
    Asked(NOW, HEAD, "said1"),
    Noted(NOW, HEAD, "said2"),
    Added(NOW, "said3", "said1"),
    Wished(NOW),
    Closed(NOW, HEAD, "said4", told=False),
    Named(NOW, ANN),
    Treated(NOW, "unsaid"),
    Withdrawn(NOW),
)
DELIVER = Errand(ID, Verb.DELIVER, NOW, HEAD)


@dataclass
class Stores:
    """Opens the same stores as another process would."""

    cases: Callable[[], Any]
    receipts: Callable[[], Any]
    talks: Callable[[], Any]
    school: Callable[[str], "Stores"]


def in_memory() -> Stores:
    cases, receipts, talks = MemoryCases(), MemoryReceipts(), MemoryTalks()
    return Stores(lambda: cases, lambda: receipts, lambda: talks, lambda _: in_memory())


def kept(opened: Callable[[str], Store], school: str = "s") -> Stores:
    def vault() -> Vault:
        return Vault(Keyring((bytes(32),)), StoredKeys(opened("keys")))

    def erasure() -> Erasure:
        return Erasure(opened("candour"), StoredCertificates(opened("keys"), school), vault(), school)

    migrations.migrate(opened("candour"), migrations.DATABASE)
    migrations.migrate(opened("keys"), migrations.KEYS)
    return Stores(
        lambda: StoredCases(opened("candour"), vault(), school, erasure()),
        lambda: StoredReceipts(opened("candour"), vault(), school, cost=2**4),
        lambda: StoredTalks(opened("candour"), vault(), school),
        lambda other: kept(opened, other),
    )


TALK = Conversation("C1", "report", {"about": ("head", "chair"), "skipped": ()}, NOW, "CODE", misses=2, hidden=True)
