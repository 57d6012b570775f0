"""Findings as a JUnit report, which nearly every CI server can show.

There is no standard; this is the form that Jenkins and GitLab read: a suite a file, a case a
finding. A warning that does not fail the run is a case that passed and has something to say.
"""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree

from seasontracker.diagnostics.diagnostic import Diagnostic
from seasontracker.diagnostics.quote import visible
from seasontracker.diagnostics.report import Report, told


def render(report: Report) -> str:
    """Return a report of all findings; one without any has a case that passed."""
    top = ElementTree.Element("testsuites", name="seasontracker")
    for path, found in groupby(report.findings, key=lambda finding: str(report.path(finding))):
        _suite(top, path, list(found), report)
    if not report.findings:
        suite = ElementTree.SubElement(top, "testsuite", name="content", tests="1", failures="0")
        ElementTree.SubElement(suite, "testcase", classname="content", name="no findings")
    top.set("tests", str(max(1, len(report.findings))))
    top.set("failures", str(sum(map(report.fails, report.findings))))
    ElementTree.indent(top)
    text = ElementTree.tostring(top, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(top: ElementTree.Element, path: str, found: list[Diagnostic], report: Report) -> None:
    suite = ElementTree.SubElement(top, "testsuite", name=visible(path))
    suite.set("tests", str(len(found)))
    suite.set("failures", str(sum(map(report.fails, found))))
    for finding in found:
        place = finding.location
        case = ElementTree.SubElement(suite, "testcase", classname=visible(path))
        case.set("name", f"{place.line}:{place.column} {finding.code.value} {finding.code.title}")
        case.set("file", visible(path))
        case.set("line", str(place.line))
        words = "\n".join(map(visible, told(finding).split("\n")))
        if report.fails(finding):
            failure = ElementTree.SubElement(case, "failure", type=finding.severity.value)
            failure.set("message", visible(finding.message))
            failure.text = words
        else:
            ElementTree.SubElement(case, "system-out").text = words
