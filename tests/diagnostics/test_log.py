"""The list of findings is sorted and holds each once."""

from __future__ import annotations

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from seasontracker.diagnostics import Code, Diagnostic, DiagnosticLog, Location, Severity

findings = st.builds(
    Diagnostic,
    st.sampled_from(Code),
    st.builds(
        Location,
        st.sampled_from(["a.yaml", "b.md", "b/a.md"]).map(PurePosixPath),
        st.integers(1, 12),
        st.integers(1, 12),
    ),
    st.sampled_from(["one", "two"]),
)


@given(st.lists(findings))
def test_log_order_does_not_depend_on_the_run(found: list[Diagnostic]) -> None:
    """Path, line, column and code decide, not the order of finding."""
    log, backwards = DiagnosticLog(), DiagnosticLog()
    log.extend(found)
    backwards.extend(reversed(found))

    assert list(log) == list(backwards)
    assert set(log) == set(found)
    assert len(log) == len(set(found))
    keys = [(str(one.location.path), one.location.line, one.location.column) for one in log]
    assert keys == sorted(keys)


def test_log_tells_errors_from_warnings() -> None:
    """A warning alone is no error."""
    log = DiagnosticLog()
    log.add(Diagnostic(Code.UNUSED_FILE, Location(PurePosixPath("a")), "m"))
    assert not log.has_errors

    log.add(Diagnostic(Code.UNKNOWN_KEY, Location(PurePosixPath("a")), "m"))
    assert log.has_errors
    assert (log.count(Severity.ERROR), log.count(Severity.WARNING)) == (1, 1)
