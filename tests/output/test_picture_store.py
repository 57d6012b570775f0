"""What is kept of pictures is whole, or it is not there."""

from pathlib import Path

import pytest

from seasontracker.output.picture_store import PictureStore

ONE, TWO = f"{'1' * 64}.jpg", f"{'2' * 64}.png"


def test_store_finds_what_it_keeps(tmp_path: Path) -> None:
    """What was kept comes back, in another process too; of the rest nothing is known."""
    PictureStore(tmp_path).keep(ONE, b"data")

    assert PictureStore(tmp_path).find(ONE) == b"data"
    assert PictureStore(tmp_path).find(TWO) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 40])
def test_store_tells_damage(tmp_path: Path, damage: bytes) -> None:
    """A file that was cut short or changed is no picture, and can be kept again."""
    store = PictureStore(tmp_path)
    store.keep(ONE, b"data")
    [file] = tmp_path.glob("pictures/*/*")
    file.write_bytes(damage)

    assert store.find(ONE) is None
    store.keep(ONE, b"data")
    assert store.find(ONE) == b"data"


def test_store_notices_a_single_bit(tmp_path: Path) -> None:
    """One bit is enough."""
    store = PictureStore(tmp_path)
    store.keep(ONE, b"data")
    [file] = tmp_path.glob("pictures/*/*")
    whole = bytearray(file.read_bytes())
    whole[-1] ^= 1
    file.write_bytes(whole)

    assert store.find(ONE) is None


def test_store_forgets(tmp_path: Path) -> None:
    """Only what is named goes, or all but that."""
    store = PictureStore(tmp_path)
    for key in (ONE, TWO):
        store.keep(key, b"data")
    store.forget({ONE, f"{'3' * 64}.jpg"})

    assert (store.find(ONE), store.find(TWO)) == (None, b"data")
    store.keep(ONE, b"data")
    (tmp_path / "pictures" / "11" / ".half.new").write_bytes(b"da")
    store.forget_others({ONE})
    assert [file.name for file in tmp_path.glob("pictures/*/*")] == [ONE]


@pytest.mark.parametrize("key", ["", "../../x", f"{'1' * 64}.jpg/../x", "a" * 64])
def test_store_takes_keys_only(tmp_path: Path, key: str) -> None:
    """No key leads out of the folder."""
    with pytest.raises(ValueError, match="is not a key"):
        PictureStore(tmp_path).find(key)
