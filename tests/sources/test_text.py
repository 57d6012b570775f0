"""Files are read as UTF-8 with line ends of one kind, and never from outside the content."""

from __future__ import annotations

import errno
import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seasontracker.sources.text import MOST_BYTES, SourceText, decode, leads_outside, read_text

PATH = PurePosixPath("content/a.yaml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project with an empty content folder."""
    (tmp_path / "content").mkdir()
    return tmp_path


def finding(root: Path, path: PurePosixPath = PATH) -> tuple[str, str]:
    """Return code and message of the only thing that is wrong with a file."""
    text, (found,) = read_text(root, path)
    assert text is None
    assert found.location.path == path
    return (found.code.name, found.message)


def test_read_text_reads_a_file(root: Path) -> None:
    """The text of a file in order comes without findings."""
    (root / PATH).write_bytes(b"a: 1\r\nb: 2\rc: 3\n")

    assert read_text(root, PATH) == (SourceText(PATH, "a: 1\nb: 2\nc: 3\n"), [])


def test_read_text_reports_missing_file(root: Path) -> None:
    """A file that is not there, and a link to nothing, are missing."""
    assert finding(root) == ("MISSING_FILE", "`a.yaml` does not exist")
    (root / PATH).symlink_to("nothing.yaml")
    message = "`a.yaml` is a link to something that does not exist"
    assert finding(root) == ("MISSING_FILE", message)


def test_read_text_refuses_folder(root: Path) -> None:
    """A folder of the file's name is no file."""
    (root / PATH).mkdir()

    assert finding(root) == ("UNREADABLE_FILE", "`a.yaml` is a folder")


def test_read_text_refuses_pipe(root: Path) -> None:
    """A pipe is refused without being opened, since that would wait for ever."""
    os.mkfifo(root / PATH)

    assert finding(root) == ("UNREADABLE_FILE", "`a.yaml` is a pipe, a socket or a device")


def test_read_text_refuses_huge_file(root: Path) -> None:
    """A file that no editor wrote is not read."""
    with (root / PATH).open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    assert finding(root) == ("UNREADABLE_FILE", "`a.yaml` is larger than 4 MiB")


def test_read_text_reports_forbidden_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is a finding."""
    (root / PATH).write_text("a: 1\n")

    def refuse(path: Path) -> bytes:
        # What the system answers to all but root, who may be running the tests.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert finding(root) == ("UNREADABLE_FILE", "`a.yaml` cannot be read: permission denied")


def test_read_text_reports_link_in_a_circle(root: Path) -> None:
    """A link to itself is a finding."""
    (root / PATH).symlink_to("a.yaml")

    assert finding(root)[0] == "UNREADABLE_FILE"


@pytest.mark.parametrize("target", ["/etc/hostname", "../secrets.yaml"])
def test_read_text_refuses_link_outside(root: Path, target: str) -> None:
    """A link may not lead out of the content, not even to the project around it."""
    (root / "secrets.yaml").write_text("token: 1\n")
    (root / PATH).symlink_to(target)

    message = "`a.yaml` is a link that leads outside `content/`"
    assert finding(root) == ("LINK_OUTSIDE", message)


def test_read_text_refuses_file_in_folder_outside(root: Path) -> None:
    """A folder that is a link is looked through, too."""
    (root / "outside").mkdir()
    (root / "outside" / "b.yaml").write_text("a: 1\n")
    (root / "content" / "inside").symlink_to("../outside")

    assert finding(root, PurePosixPath("content/inside/b.yaml"))[0] == "LINK_OUTSIDE"
    assert leads_outside(root, PurePosixPath("content/../outside/b.yaml"))


def test_read_text_follows_link_inside(root: Path) -> None:
    """A link from one file of the content to another is read."""
    (root / "content" / "b.yaml").write_text("a: 1\n")
    (root / PATH).symlink_to("b.yaml")

    assert read_text(root, PATH) == (SourceText(PATH, "a: 1\n"), [])


def test_read_text_follows_linked_content_folder(tmp_path: Path) -> None:
    """The content folder itself may be a link."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.yaml").write_text("a: 1\n")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "content").symlink_to("../elsewhere")

    assert read_text(tmp_path / "site", PATH) == (SourceText(PATH, "a: 1\n"), [])


def test_decode_takes_off_byte_order_mark() -> None:
    """The mark is a warning, and the text is read."""
    text, (found,) = decode(PATH, b"\xef\xbb\xbfa: 1\n")

    assert text == SourceText(PATH, "a: 1\n")
    assert (found.code.name, found.severity.value) == ("BYTE_ORDER_MARK", "warning")


@pytest.mark.parametrize(
    ("raw", "line", "column", "hint"),
    [
        (b"a: 1\r\nb: caf\xe9\n", 2, 7, "save the file as UTF-8"),
        ("é: é".encode() + b"\xff", 1, 5, "save the file as UTF-8"),
        ("a: 1".encode("utf-16"), 1, 1, "save the file as UTF-8 (it looks like UTF-16)"),
        (b"a: \xed\xa0\x80", 1, 4, "save the file as UTF-8"),
    ],
)
def test_decode_reports_what_is_not_utf8(raw: bytes, line: int, column: int, hint: str) -> None:
    """The first byte that is not UTF-8 is found by line and character."""
    text, (found,) = decode(PATH, raw)

    assert text is None
    assert found.code.name == "NOT_UTF8"
    assert (found.location.line, found.location.column, found.hint) == (line, column, hint)


@given(st.binary())
def test_decode_never_raises(raw: bytes) -> None:
    """Any bytes are text with line ends of one kind, or a finding."""
    text, found = decode(PATH, raw)

    assert text is not None or found
    assert text is None or "\r" not in text.text


def test_source_text_line_outside_is_empty() -> None:
    """A line that the file does not have is empty."""
    text = SourceText(PATH, "one\ntwo")

    assert [text.line(number) for number in (0, 1, 2, 3)] == ["", "one", "two", ""]
