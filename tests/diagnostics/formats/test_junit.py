"""A CI server that reads JUnit reports sees what fails the run, and what does not."""

from __future__ import annotations

from xml.etree import ElementTree

from msgspec.structs import replace

from seasontracker.diagnostics.formats import render_report
from seasontracker.diagnostics.report import Report


def read(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(render_report("junit", report).encode())


def test_junit_has_a_suite_a_file_and_a_case_a_finding(report: Report) -> None:
    """Errors are failures; a warning is a case that passed and says something."""
    top = read(report)
    warned, failed = top.findall("testsuite")

    assert (top.get("tests"), top.get("failures")) == ("3", "2")
    assert (failed.get("tests"), failed.get("failures")) == ("2", "2")
    assert warned.findtext("testcase/system-out") == "100% <sure>, so: stop\ufffd\nhere"
    assert [case.get("line") for case in failed.findall("testcase")] == ["3", "9"]
    assert failed.findtext("testcase/failure") == (
        "`renewel` is not a key of a claim\nhint: did you mean `renewal`?"
    )


def test_junit_fails_warnings_when_strict(report: Report) -> None:
    """With --strict warnings fail the run, and the report says so."""
    assert read(replace(report, strict=True)).get("failures") == "3"


def test_junit_without_findings_has_a_case_that_passed(report: Report) -> None:
    """A report without any case is taken for a broken one."""
    top = read(replace(report, findings=()))

    assert (top.get("tests"), top.get("failures")) == ("1", "0")
    assert top.find("testsuite/testcase") is not None
    assert top.find(".//failure") is None
