"""Whatever stands in a school.toml, it becomes a school or faults and never an error of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.directory import schools
from adapters.faults import Faults
from tests.adapters.school_files import write


def faults_or_none(path: Path) -> tuple[str, ...]:
    try:
        schools(path)
    except Faults as told:
        return told.lines
    return ()


VALUES = st.recursive(
    st.one_of(
        st.booleans().map(lambda value: str(value).lower()),
        st.integers().map(str),
        st.floats(allow_nan=False, allow_infinity=False).map(lambda value: f"{value:.3f}"),
        st.sampled_from(["2026-10-26", "2026-10-26T08:00:00Z", "08:00:00", "nan", "-inf", '""', '"a"', '"\\u0000"']),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        inner.map(lambda value: f"{{id = {value}, name = {value}}}"),
    ),
    max_leaves=4,
)
KEYS = ["school", "people", "outside", "routes", "deadlines", "calendar", "retention", "policies"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_whatever_stands_at_a_key_is_a_school_or_faults(tmp_path: Path, tables: dict[str, str]) -> None:
    file = write(tmp_path, "\n".join(f"{key} = {value}" for key, value in tables.items()))
    with pytest.raises(Faults) as told:  # no such file names a school rightly
        schools(file)
    assert all(line.startswith(f"{file}: ") for line in told.value.lines)


INNER = ["school", "deadlines", "routes", "calendar", "retention"]
INNER_KEYS = ["id", "name", "timezone", "urgent", "urgent_minutes", "terms", "day", "closed", "default", "duty", "away"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(INNER), st.dictionaries(st.sampled_from(INNER_KEYS), VALUES)))
def test_whatever_stands_inside_a_table_is_a_school_or_faults(
    tmp_path: Path, tables: dict[str, dict[str, str]]
) -> None:
    rows = [f"{table}.{key} = {value}" for table, row in tables.items() for key, value in row.items()]
    file = write(tmp_path, "\n".join(rows))
    assert all(line.startswith(f"{file}: ") for line in faults_or_none(file))
