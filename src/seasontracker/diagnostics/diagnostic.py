"""One finding about content, and the place it is about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from seasontracker.diagnostics.codes import Code


class Severity(Enum):
    """How much a finding matters: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the project, line and column counted from 1."""

    path: PurePosixPath
    """Relative to the project."""
    line: int = 1
    column: int = 1
    length: int = 1
    """How many characters of the line the finding is about."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about content: what was found, where, and what to do about it."""

    code: Code
    location: Location
    message: str
    """In the editor's words, values in backticks, no full stop."""
    hint: str = ""
    excerpt: str = ""
    """The line of the file that the finding is about, without its line break."""
    level: Severity | None = None
    """What `site.yaml` sets for the code; None where it sets nothing."""

    @property
    def severity(self) -> Severity:
        if self.level is not None:
            return self.level
        return Severity.WARNING if self.code.is_warning else Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Path, line, column, code: the order in which findings are reported."""
        place = self.location
        return (str(place.path), place.line, place.column, self.code.value, self.message)

    def __str__(self) -> str:
        return (
            f"{self.location}: {self.severity.value}[{self.code.value}] "
            f"{self.code.title}: {self.message}"
        )
