"""How strictly a site is checked: the severity of each rule, and the numbers that rules go by."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from seasontracker.diagnostics import Code, Severity, find_code, quoted
from seasontracker.diagnostics.suggest import suggestion
from seasontracker.models.base import ContentModel, TextForm, Whole, refusal


class CheckLevel(Enum):
    """How much the findings of a check matter on this site."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"

    def __str__(self) -> str:
        return self.value


_SEVERITIES = {CheckLevel.ERROR: Severity.ERROR, CheckLevel.WARNING: Severity.WARNING}


def adjustable_checks() -> tuple[str, ...]:
    """Return the titles of all checks whose severity a site may set."""
    return tuple(code.title for code in Code if code.is_adjustable)


def _check_title(value: Any) -> Any:
    """Bring a code or a title to the title."""
    if not isinstance(value, str):
        return value
    code = find_code(value.strip())
    if code is None:
        names = (*adjustable_checks(), *(code.value for code in Code if code.is_adjustable))
        raise refusal(
            "unknown_word",
            f"{quoted(value)} is not a check",
            suggestion(value, names, otherwise="write a code such as `ST510`, or its name"),
        )
    if not code.is_adjustable:
        raise refusal(
            "bad_value",
            f"{quoted(value)} cannot be set",
            "no page can be made from content that has this error",
        )
    return code.title


def _named_once(value: Any) -> Any:
    """Refuse a check that is named twice, by its code and by its title."""
    if isinstance(value, dict):
        seen: dict[Code | None, str] = {}
        for name in value:
            code = find_code(str(name))
            if code is not None and code in seen:
                raise refusal(
                    "duplicate_key",
                    f"`{seen[code]}` and `{name}` are the same check",
                    "keep one of the two",
                )
            seen[code] = str(name)
    return value


CheckName = Annotated[
    str,
    TextForm(_check_title, pattern=r"ST[0-9]{3}|[a-z0-9]+(?:-[a-z0-9]+)*", example="vague-time"),
]
"""The code of a check, such as `ST510`, or its name, such as `vague-time`."""
CheckLevels = Annotated[dict[CheckName, CheckLevel], BeforeValidator(_named_once)]
_Positive = Annotated[Whole, Field(ge=1, le=10_000)]


class Limits(ContentModel):
    """The numbers that rules go by."""

    noun = "the limits"

    offer_days: _Positive = 365
    """How long a place to watch counts as checked."""
    silent_months: _Positive = 12
    """How long a season that is not out may be without news."""
    headline_length: _Positive = 110
    """The most characters of a headline; search results cut longer ones."""
    description_length: _Positive = 300
    """The most characters of a description, or of the deck that stands for it."""
    picture_width: _Positive = 320
    """The least width of a picture in pixels; drawings have none."""


def severity_of(level: CheckLevel) -> Severity | None:
    """Return a level as a severity; None is off."""
    return _SEVERITIES.get(level)
