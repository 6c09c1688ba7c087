"""Tables that are derived once, or taken from what ships."""

import marshal

import pytest

from trustlint import derived as tables
from trustlint.derived import derived


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_from", [])


def counted(calls: list[int]) -> "derived[int]":
    @derived
    def table() -> int:
        calls.append(1)
        return len(calls)

    return table


@pytest.mark.parametrize("shipped", [None, {}, {"another.table": 7}])
def test_what_does_not_ship_is_derived_once(shipped: dict[str, int] | None) -> None:
    tables.ship(lambda: shipped)
    calls: list[int] = []
    table = counted(calls)
    assert [table(), table()] == [1, 1]
    assert calls == [1]


def test_what_ships_is_not_derived() -> None:
    calls: list[int] = []
    table = counted(calls)
    read: list[int] = []

    def shipped() -> dict[str, int]:
        read.append(1)
        return {table.name: 7}

    tables.ship(shipped)
    assert not read
    assert [table(), table(), counted(calls)()] == [7, 7, 7]
    assert (calls, read) == ([], [1])


def test_those_of_times_are_plain_data() -> None:
    from trustlint.prose.time import events, signs, vague

    for table in (events.telling_of_events, signs._signs, vague.told):
        assert marshal.loads(marshal.dumps(table())) == table()
        assert table.name.startswith("trustlint.prose.time.")
