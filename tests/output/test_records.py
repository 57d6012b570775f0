"""What a build saw and made is on record once it is committed, and not before."""

from __future__ import annotations

import os
import sqlite3
from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.output.records import UnitRecord, open_records, records_name
from seasontracker.output.snapshot import DIGEST_SIZE, Snapshot
from seasontracker.rows import DamageError, ListRow

UNIT = UnitRecord(
    name="show:a",
    key="key",
    holds_from=None,
    holds_until=740_000,
    paths=("shows/a/index.html", "assets/shows/a.css"),
    stats=array("Q", [1, 2, 3, 4, 5, 6, 7, (1 << 64) - 1]),
    digests=b"\1" * DIGEST_SIZE + b"\2" * DIGEST_SIZE,
    seasons=2,
    pages=1,
    warnings=1,
    notes=b"notes",
)
SNAPSHOT = Snapshot(("a/", "a/\udcff.md"), array("Q", range(8)), bytes(2 * DIGEST_SIZE))

NAMES = st.sampled_from(("a", "b", "c"))
ROWS = st.lists(
    st.builds(ListRow, NAMES, st.sampled_from(("", "1", "2", "ü")), st.binary(max_size=2)),
    max_size=6,
)


def alter(state: Path, statement: str) -> None:
    connection = sqlite3.connect(state / "build.sqlite3")
    connection.execute(statement)
    connection.commit()
    connection.close()


def clear_and_stop(state: Path) -> None:
    with open_records(state, "build") as records:
        records.clear()
        raise KeyboardInterrupt


def test_records_are_found_again(tmp_path: Path) -> None:
    """Units, snapshots and remarks come back as they were."""
    with open_records(tmp_path, "build") as records:
        records.set_unit(UNIT)
        records.set_snapshots({"show:a": SNAPSHOT})
        records.set_meta({"frame": "1"})
        records.commit()
    with open_records(tmp_path, "build") as records:
        assert list(records.units()) == [UNIT]
        assert records.unit("show:a") == UNIT
        assert records.unit("show:b") is None
        assert dict(records.snapshots()) == {"show:a": SNAPSHOT}
        assert records.meta() == {"frame": "1"}
        assert UNIT.outputs() == {
            "shows/a/index.html": b"\1" * DIGEST_SIZE,
            "assets/shows/a.css": b"\2" * DIGEST_SIZE,
        }


def test_records_that_are_not_committed_are_gone(tmp_path: Path) -> None:
    """A build that fails or is interrupted leaves the records of the one before."""
    with open_records(tmp_path, "build") as records:
        records.set_unit(UNIT)
        records.commit()
    with open_records(tmp_path, "build") as records:
        records.set_unit(replace(UNIT, key="other"))
    with pytest.raises(KeyboardInterrupt):
        clear_and_stop(tmp_path)
    with open_records(tmp_path, "build") as records:
        assert list(records.units()) == [UNIT]


def test_records_are_kept_by_output_folder(tmp_path: Path) -> None:
    """Each output folder has its own."""
    with open_records(tmp_path, "build") as records:
        records.set_unit(UNIT)
        records.commit()
    with open_records(tmp_path, "other") as records:
        assert list(records.units()) == []


def test_records_name_is_the_same_on_every_machine(tmp_path: Path) -> None:
    """A folder inside of the project is named after its place there; others by all of it."""
    one, other = tmp_path / "one", tmp_path / "other"

    assert records_name(one, one / "build") == "build"
    assert records_name(one, one / "public") == records_name(other, other / "public")
    assert records_name(one, one / "public") != records_name(one, one / "site")
    assert records_name(one, tmp_path / "public") == records_name(other, tmp_path / "public")
    assert records_name(one, tmp_path / "build") != "build"
    assert records_name(one, one / os.fsdecode(b"no-utf-8-\xff")) != "build"


def test_units_can_be_counted_and_chosen(tmp_path: Path) -> None:
    """Totals are those of all units; those of a kind can be left out."""
    page = UnitRecord("page:index.html", "k", None, None, ("i",), array("Q", range(4)), bytes(32))
    with open_records(tmp_path, "build") as records:
        records.set_unit(UNIT)
        records.set_unit(replace(page, pages=1))
        assert records.totals() == (2, 2, 1)
        assert records.count_files() == 3
        assert [unit.name for unit in records.heads(beside="show:")] == ["page:index.html"]
        assert records.keys(beside="show:") == {"page:index.html": "k"}
        assert list(records.notes_with_warnings()) == [("show:a", b"notes")]
        records.forget_unit("show:a")
        assert records.totals() == (0, 1, 0)
        assert not records.has_unit("show:a")


def test_forgotten_unit_leaves_nothing(tmp_path: Path) -> None:
    """Rows, addresses and links of a unit go with it; those of others stay."""
    with open_records(tmp_path, "build") as records:
        for name in ("show:a", "show:b"):
            records.set_unit(replace(UNIT, name=name))
            records.set_rows(name, [ListRow("shows", name, b"")])
            records.set_anchors(name, [(f"/{name}/", ["top"])])
            records.set_links(name, [("show:b", name.encode())])
            records.set_reads(name, ["shows"])
        records.forget_unit("show:a")

        assert records.count_rows("shows") == 1
        assert records.permalinks("show:") == ["/show:b/"]
        assert records.anchors("/show:a/") is None
        assert records.anchors("/show:b/") == {"top"}
        assert records.links_to("show:b") == [b"show:b"]
        assert records.links_of("show:a") == []
        assert records.readers(["shows"]) == {"show:b"}


def test_addresses_of_a_unit_are_replaced(tmp_path: Path) -> None:
    """An address that a unit has no more is no page; one without ids is."""
    with open_records(tmp_path, "build") as records:
        records.set_anchors("show:a", [("/a/", ["x", "y"]), ("/b/", [])])
        records.set_anchors("show:a", [("/b/", [])])

        assert records.anchors("/a/") is None
        assert records.anchors("/b/") == frozenset()


def test_addresses_are_those_of_a_kind_of_units(tmp_path: Path) -> None:
    """Addresses can be asked for by the beginning of their units' names, in order."""
    with open_records(tmp_path, "build") as records:
        records.set_anchors("show:b", [("/b/", [])])
        records.set_anchors("show:a", [("/a/", [])])
        records.set_anchors("page:index.html", [("/", [])])

        assert records.permalinks("show:") == ["/a/", "/b/"]
        assert records.permalinks("") == ["/", "/a/", "/b/"]


@given(first=ROWS, second=ROWS)
def test_rows_are_replaced_and_changes_told(first: list[ListRow], second: list[ListRow]) -> None:
    """A list has changed if and only if what can be read of it may have."""
    with open_records(None, "build") as records:
        records.set_rows("other", [ListRow("a", "1", b"x")])
        records.set_rows("unit", first)
        before = {name: records.list_rows(name) for name in "abc"}
        changed = records.set_rows("unit", second)
        after = {name: records.list_rows(name) for name in "abc"}

        assert {name for name in "abc" if before[name] != after[name]} <= changed
        assert changed <= {row.list for row in (*first, *second)}
        assert records.set_rows("unit", second) == frozenset()
        assert sorted(row.data for row in second if row.list == "b") == sorted(after["b"])


@given(rows=ROWS, added=ROWS.filter(bool), place=st.integers(0, 9))
def test_more_rows_change_no_other_list(
    rows: list[ListRow], added: list[ListRow], place: int
) -> None:
    """Wherever a unit puts one row more, only the lists of that row have changed."""
    with open_records(None, "build") as records:
        records.set_rows("unit", rows)
        changed = records.set_rows("unit", [*rows[:place], *added, *rows[place:]])

        assert changed <= {row.list for row in added}


def test_rows_are_in_order_of_their_place(tmp_path: Path) -> None:
    """Place, then unit, then position; a stretch is read from either end."""
    with open_records(tmp_path, "build") as records:
        records.set_rows("b", [ListRow("l", "1", b"b1"), ListRow("l", "0", b"b0")])
        records.set_rows("a", [ListRow("l", "1", b"a1"), ListRow("l", "1", b"a2")])

        assert records.list_rows("l") == [b"b0", b"a1", b"a2", b"b1"]
        assert records.list_rows("l", start=1, most=2) == [b"a1", b"a2"]
        assert records.list_rows("l", most=2, newest_first=True) == [b"b1", b"a2"]
        assert records.count_rows("l") == 4
        assert records.list_rows("none") == []


def test_what_a_row_holds_goes_with_the_last_of_them(tmp_path: Path) -> None:
    """What several rows of a unit hold is kept once, and as long as one of them is there."""
    row = ListRow("a", "1", b"same")
    with open_records(tmp_path, "build") as records:
        for rows in ([row, replace(row, list="b")], [replace(row, list="b")], []):
            records.set_rows("unit", rows)
            assert records.list_rows("b") == [b"same"] * len(rows[:1])
            records.set_rows("other", [ListRow("b", "2", b"another")])
            assert records.list_rows("b", newest_first=True, most=1) == [b"another"]
            records.set_rows("other", [])
        records.commit()
    with sqlite3.connect(tmp_path / "build.sqlite3") as connection:
        assert connection.execute("SELECT COUNT(*) FROM row_data").fetchone() == (0,)


def test_row_that_holds_nothing_is_damage(tmp_path: Path) -> None:
    """A row without what it stands for cannot be what was written."""
    with open_records(tmp_path, "build") as records:
        records.set_rows("unit", [ListRow("a", "1", b"x")])
        records.commit()
    alter(tmp_path, "DELETE FROM row_data")

    with pytest.raises(DamageError), open_records(tmp_path, "build") as records:
        records.list_rows("a")


def test_cleared_records_are_empty(tmp_path: Path) -> None:
    """Nothing is left of any table, once that is committed."""
    with open_records(tmp_path, "build") as records:
        records.set_unit(UNIT)
        records.set_rows("show:a", [ListRow("l", "1", b"")])
        records.set_snapshots({"show:a": SNAPSHOT})
        records.clear()
        records.commit()
    with open_records(tmp_path, "build") as records:
        assert (list(records.units()), dict(records.snapshots())) == ([], {})
        assert records.list_rows("l") == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE units SET stats = x'01'",
        "UPDATE units SET stats = x''",
        "UPDATE units SET digests = x'01'",
        "UPDATE units SET paths = x'ff'",
        "UPDATE units SET paths = 'text'",
        "UPDATE units SET holds_until = 'text'",
    ],
)
def test_damaged_unit_is_told(tmp_path: Path, statement: str) -> None:
    """A row that cannot be what was written is damage, not an error of the program."""
    with open_records(tmp_path, "build") as records:
        records.set_unit(UNIT)
        records.commit()
    alter(tmp_path, statement)

    with pytest.raises(DamageError), open_records(tmp_path, "build") as records:
        list(records.units())


def test_heads_are_the_beginning_of_units(tmp_path: Path) -> None:
    """What is read in every build is the same as in the whole record, and is not trusted more."""
    with open_records(tmp_path, "build") as records:
        records.set_unit(UNIT)
        [head] = records.heads()
        records.commit()

        assert (head.name, head.paths, head.stats) == (UNIT.name, UNIT.paths, UNIT.stats)
        assert (head.holds_from, head.holds_until) == (UNIT.holds_from, UNIT.holds_until)
    alter(tmp_path, "UPDATE units SET paths = '/etc/passwd'")
    with pytest.raises(DamageError), open_records(tmp_path, "build") as records:
        list(records.heads())


@pytest.mark.parametrize("column", ["stats", "digests", "paths"])
@pytest.mark.parametrize("value", ["x'01'", "'text'"])
def test_damaged_snapshot_is_told(tmp_path: Path, column: str, value: str) -> None:
    """A snapshot whose parts do not fit each other is damage."""
    with open_records(tmp_path, "build") as records:
        records.set_snapshots({"show:a": SNAPSHOT})
        records.commit()
    alter(tmp_path, f"UPDATE snapshots SET {column} = {value}")

    with pytest.raises(DamageError), open_records(tmp_path, "build") as records:
        dict(records.snapshots())
