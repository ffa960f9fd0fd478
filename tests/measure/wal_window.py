"""How long PostgreSQL keeps the bytes of a destroyed key: `python -m tests.measure.wal_window`, one JSON object.

Tables are rewritten when a case is destroyed. The server's write-ahead log is not ours: its files are used again and
written over as it pleases, so this writes until they are gone, and says how much was written by then.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

import psycopg

from adapters.stores import migrations
from adapters.stores.address import Address
from adapters.stores.certificates import StoredCertificates
from adapters.stores.erasure import Erasure
from adapters.stores.keys import StoredKeys
from adapters.stores.postgres import Postgres
from adapters.vault import Keyring, Vault
from reports.ageing import CLOSED
from reports.report import CaseId
from tests.databases import postgres

STEP, MOST = 8, 4000  # megabytes written between looks, and at the most
FILL = "SELECT pg_logical_emit_message(false, 'fill', repeat('x', 1048576)) FROM generate_series(1, %s)"
SETTINGS = "SELECT name, setting || coalesce(unit, '') FROM pg_settings WHERE name = ANY(%s)"
OF_THE_LOG = ["checkpoint_timeout", "max_wal_size", "min_wal_size", "wal_keep_size", "wal_recycle"]
IN_TABLE = "SELECT position(%s::bytea in pg_read_binary_file(pg_relation_filepath('candour_keys.keys'))) > 0"
IN_LOG = "SELECT bool_or(position(%s::bytea in pg_read_binary_file('pg_wal/' || name)) > 0) FROM pg_ls_waldir()"


def measured(url: str) -> dict[str, object]:
    database, keys = (Postgres(Address.read(url).within(name)) for name in ("candour", "candour_keys"))
    with psycopg.connect(url, autocommit=True) as server:
        migrations.migrate(database, migrations.DATABASE)
        migrations.migrate(keys, migrations.KEYS)
        vault = Vault(Keyring((bytes(32),)), StoredKeys(keys))
        vault.seal("C1", b"words", "here")
        wrapped = vault.wrapped.get("C1")
        server.execute("CHECKPOINT")

        def there(sql: str) -> bool:
            return bool(server.execute(sql.encode(), [wrapped]).fetchall()[0][0])

        before = there(IN_TABLE)
        Erasure(database, StoredCertificates(keys, "s"), vault, "s").erase(CaseId("C1"), CLOSED, datetime.now(UTC))
        server.execute("CHECKPOINT")
        after = there(IN_TABLE)
        written = 0
        while written < MOST and there(IN_LOG):
            server.execute(FILL, [STEP])
            server.execute("CHECKPOINT")
            written += STEP
        settings = dict(server.execute(SETTINGS, [OF_THE_LOG]).fetchall())
        gone = not there(IN_LOG)
    for store in (database, keys):
        store.close()
    told = {"in_table_before": before, "in_table_after": after, "log_megabytes_until_gone": written if gone else None}
    return {**told, "written_megabytes": written, **settings}


if __name__ == "__main__":
    with postgres() as url:
        print(json.dumps(measured(url)))
