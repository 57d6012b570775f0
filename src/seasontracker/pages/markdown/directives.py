"""Block directives: `::: name argument` on a line of its own, and `:::` where a container ends."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

from seasontracker.diagnostics import Code, Location
from seasontracker.diagnostics.suggest import choices, suggestion
from seasontracker.pages.markdown.manuscript import Manuscript
from seasontracker.pages.markdown.quiet import inside, quiet_regions


class Need(Enum):
    """Whether a directive has an argument."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


class DirectiveKind(Struct, frozen=True):
    """A directive that editors may use."""

    name: str
    needs_argument: Need = Need.NONE
    container: bool = False
    example: str = ""
    """An argument as an editor would write it."""


DIRECTIVES: tuple[DirectiveKind, ...] = (
    DirectiveKind("spoiler", Need.REQUIRED, container=True, example="S01E12"),
    DirectiveKind("aside", Need.OPTIONAL, container=True),
    DirectiveKind("correction", Need.OPTIONAL, container=True),
    DirectiveKind("timeline"),
    DirectiveKind("dates"),
    DirectiveKind("cast", Need.OPTIONAL),
    DirectiveKind("episodes", Need.OPTIONAL),
    DirectiveKind("where-to-watch"),
    DirectiveKind("theories"),
    DirectiveKind("theory", Need.REQUIRED, example="nam-ra"),
    DirectiveKind("video", Need.REQUIRED, example="announcement"),
    DirectiveKind("image", Need.REQUIRED, example="hyosan-roof"),
    DirectiveKind("synopsis"),
    DirectiveKind("quote"),
    DirectiveKind("facts"),
    DirectiveKind("sources"),
    DirectiveKind("updates"),
    DirectiveKind("follow"),
)

DEEPEST_CONTAINER = 8
_DIRECTIVE = re.compile(r"^ {0,3}(:{3,}[ \t]*(\S*)[ \t]*(.*?))[ \t]*$", re.MULTILINE)
_UNKNOWN_NAME = DirectiveKind("")


class Step(Enum):
    """What a directive line does to the sequence of segments."""

    PLACE = "place"
    OPEN = "open"
    CLOSE = "close"
    NOTHING = "nothing"


class DirectiveLine(Struct, frozen=True):
    """One line of the text that is a directive or the end of one."""

    start: int
    end: int
    step: Step
    name: str
    argument: str
    location: Location


def read_directives(manuscript: Manuscript) -> list[DirectiveLine]:
    """Return the directive lines of a text in order, and report those that make no sense."""
    kinds = {kind.name: kind for kind in DIRECTIVES}
    quiet = quiet_regions(manuscript.text)
    lines: list[DirectiveLine] = []
    # A misspelt container is reported once; the `:::` that ends it is not reported again.
    open_lines: list[DirectiveLine] = []
    misspelt = 0
    for match in _DIRECTIVE.finditer(manuscript.text):
        if inside(match.start(), quiet):
            continue
        name, argument = match[2], match[3]
        location = manuscript.locate(match.start(1), len(match[1].rstrip()))
        step = Step.NOTHING
        if name:
            kind = kinds.get(name, _UNKNOWN_NAME)
            step = _step(kind, name, argument, location, manuscript)
            misspelt += kind is _UNKNOWN_NAME
        elif open_lines:
            step = Step.CLOSE
            open_lines.pop()
        elif misspelt:
            misspelt -= 1
        else:
            _report_stray_end(location, manuscript)
        if step is Step.OPEN and len(open_lines) == DEEPEST_CONTAINER:
            _report_depth(name, location, manuscript)
            step, misspelt = Step.NOTHING, misspelt + 1
        line = DirectiveLine(match.start(), match.end(), step, name, argument, location)
        lines.append(line)
        if step is Step.OPEN:
            open_lines.append(line)
    for line in open_lines:
        manuscript.report(
            Code.UNCLOSED_DIRECTIVE,
            line.location,
            f"`::: {line.name}` is never closed",
            "end it with a line `:::`",
        )
    return lines


def _step(
    kind: DirectiveKind, name: str, argument: str, location: Location, manuscript: Manuscript
) -> Step:
    if kind is _UNKNOWN_NAME:
        known = [known.name for known in DIRECTIVES]
        manuscript.report(
            Code.UNKNOWN_DIRECTIVE,
            location,
            f"`{name}` is not a directive",
            suggestion(name, known, otherwise=choices(known, most=len(known))),
        )
        return Step.NOTHING
    if kind.needs_argument is Need.REQUIRED and not argument:
        manuscript.report(
            Code.DIRECTIVE_ARGUMENT,
            location,
            f"`::: {name}` needs an argument",
            f"for example `::: {name} {kind.example}`",
        )
        return Step.OPEN if kind.container else Step.NOTHING
    if kind.needs_argument is Need.NONE and argument:
        manuscript.report(
            Code.DIRECTIVE_ARGUMENT,
            location,
            f"`::: {name}` takes no argument, but has `{argument}`",
            f"write `::: {name}`",
        )
        return Step.NOTHING
    return Step.OPEN if kind.container else Step.PLACE


def _report_stray_end(location: Location, manuscript: Manuscript) -> None:
    containers = ", ".join(f"`::: {kind.name}`" for kind in DIRECTIVES if kind.container)
    manuscript.report(
        Code.STRAY_DIRECTIVE_END,
        location,
        "`:::` closes nothing",
        f"remove it; only {containers} are closed",
    )


def _report_depth(name: str, location: Location, manuscript: Manuscript) -> None:
    manuscript.report(
        Code.TOO_DEEP,
        location,
        f"`::: {name}` stands inside more than {DEEPEST_CONTAINER} others",
        "close some of them before it",
    )
