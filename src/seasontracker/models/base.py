"""What all content models share: how text becomes values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, TypeVar

from msgspec import Struct
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, InstanceOf, StringConstraints
from pydantic_core import PydanticCustomError

from seasontracker.dates import PartialDate, PartialDateError, parse_partial_date
from seasontracker.dates.written import DAY, DAY_OR_INSTANT, PARTIAL_DATE, SAID_ON
from seasontracker.diagnostics import quoted

T = TypeVar("T")


class ContentModel(BaseModel):
    """Something that an editor may write: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    noun: ClassVar[str]
    """What messages call it, such as `a claim`."""


class Written(Struct, frozen=True):
    """How editors write a value, for schemas and forms, which cannot run our validators."""

    kind: str
    """`date`, `one-or-several` (one thing stands for a list), or `bare` (text for a mapping)."""
    pattern: str = ""
    """A regular expression for the whole text, as JavaScript and Python both read it."""
    wanted: str = ""
    """What a form says to whoever writes something else."""


@dataclass(frozen=True, slots=True)
class TextForm(BeforeValidator):
    """Text that must match a pattern."""

    pattern: str = ""
    example: str = ""
    wanted: str = ""
    """What a form says to whoever writes something else."""


def refusal(kind: str, message: str, hint: str = "") -> PydanticCustomError:
    """Return the error by which a validator refuses a value; `kind` names the code."""
    # Doubled, since pydantic formats the message as a template.
    template = message.replace("{", "{{").replace("}", "}}")
    return PydanticCustomError(f"st_{kind}", template, {"hint": hint})


def _number(value: Any) -> Any:
    if isinstance(value, str):
        text = value.strip()
        if not re.fullmatch(r"-?[0-9]{1,9}", text):
            raise refusal(
                "bad_number", f"{quoted(value)} is not a whole number", "write digits only"
            )
        return int(text)
    return value


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        words = {"true": True, "yes": True, "false": False, "no": False}
        if value.strip().lower() not in words:
            raise refusal(
                "bad_value", f"{quoted(value)} is not yes or no", "write `true` or `false`"
            )
        return words[value.strip().lower()]
    return value


def _list(value: Any) -> Any:
    """A single thing stands for a list of one: `source: a` is `source: [a]`."""
    return value if isinstance(value, list | tuple) or value is None else [value]


def _partial_date(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return parse_partial_date(value)
        except PartialDateError as error:
            raise refusal("bad_date", error.message, error.hint) from error
    if not isinstance(value, PartialDate):
        hint = "write it on the same line, such as 2026-10-14"
        raise refusal("wrong_nesting", "a date must be one value", hint)
    return value


def _day(value: Any) -> Any:
    found = _partial_date(value)
    if isinstance(found, PartialDate):
        if not found.is_day or found.uncertain:
            raise refusal("bad_date", f"{quoted(value)} is not a day", "write it as 2026-10-14")
        return found.earliest
    return found


def _day_or_instant(value: Any) -> Any:
    found = _partial_date(value)
    if isinstance(found, PartialDate) and (not found.is_day or found.uncertain):
        raise refusal(
            "bad_date",
            f"{quoted(value)} is neither a day nor an instant",
            "write it as 2026-10-14 or 2026-10-14T09:00+09:00",
        )
    return found


def _said_on(value: Any) -> Any:
    found = _partial_date(value)
    if isinstance(found, PartialDate) and found.earliest is None:
        raise refusal(
            "bad_date",
            f"{quoted(value)} does not say when",
            "write a day, a month or a year",
        )
    return found


def matching(pattern: str, kind: str, what: str, hint: str, example: str) -> TextForm:
    """Return a validator for text of a form, and what tells of it."""
    matches = re.compile(pattern).fullmatch

    def stripped(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        text = value.strip()
        if not matches(text):
            raise refusal(kind, f"{quoted(value)} is not {what}", hint)
        return text

    return TextForm(
        stripped, pattern=pattern, example=example, wanted=f"This must be {what}: {hint}"
    )


_A_DATE = "This must be a date, as far as it is known: 2026-10-14, 2026-10, 2026-H1, early 2027"
_A_DAY = "This must be a day: write it as 2026-10-14"
_AN_INSTANT = "This must be a day or an instant: 2026-10-14 or 2026-10-14T09:00+09:00"

Text = Annotated[str, StringConstraints(min_length=1)]
"""Text on one line or several; never empty."""
Whole = Annotated[int, BeforeValidator(_number)]
Count = Annotated[Whole, Field(ge=0, le=100_000)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Several = Annotated[tuple[T, ...], BeforeValidator(_list), Written("one-or-several")]
"""A list, or one thing that stands for a list of one."""
When = Annotated[
    InstanceOf[PartialDate], BeforeValidator(_partial_date), Written("date", PARTIAL_DATE, _A_DATE)
]
"""A partial date, as far as it is known."""
SaidOn = Annotated[
    InstanceOf[PartialDate], BeforeValidator(_said_on), Written("date", SAID_ON, _A_DATE)
]
"""A partial date with a first day."""
Day = Annotated[date, BeforeValidator(_day), Written("date", DAY, _A_DAY)]
DayOrInstant = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_day_or_instant),
    Written("date", DAY_OR_INSTANT, _AN_INSTANT),
]
"""A day, which begins in the site's zone, or an instant with its offset."""
Slug = Annotated[
    str,
    matching(
        r"[a-z0-9]+(?:-[a-z0-9]+)*",
        "bad_slug",
        "an id",
        "use lower-case letters, digits and single hyphens",
        "kim-doe",
    ),
]
Url = Annotated[
    str,
    matching(
        r"https?://[\w-]+(?:\.[\w-]+)*(?::[0-9]{1,5})?(?:[/?#][^\s<>\"`{}|\\^\[\]]*)?",
        "bad_url",
        "a web address",
        "write it whole, from `https://`",
        "https://example.org/page",
    ),
]
Spoils = Annotated[
    str,
    matching(
        r"none|premise|source|S[0-9]{2}(?:E[0-9]{2})?",
        "bad_value",
        "a spoiler position",
        "write none, premise, source, S01 or S01E12",
        "S01E12",
    ),
]
"""How far one must have watched to read this without harm."""
EpisodeMark = Annotated[
    str,
    matching(
        r"S[0-9]{2}E[0-9]{2}(?: [0-9]{2}:[0-5][0-9]:[0-5][0-9])?",
        "bad_value",
        "a place in an episode",
        "write S01E12 or S01E12 00:48:10",
        "S01E12 00:48:10",
    ),
]
Region = Annotated[
    str,
    matching(
        r"\*|[A-Z]{2}",
        "bad_value",
        "a region",
        'write an ISO 3166 code such as `US`, or `"*"` for everywhere',
        "KR",
    ),
]
Language = Annotated[
    str,
    matching(
        r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?",
        "bad_value",
        "a language",
        "write a BCP 47 tag such as `en`, `ko` or `en-GB`",
        "en-GB",
    ),
]
Colour = Annotated[
    str, matching(r"#[0-9A-Fa-f]{6}", "bad_value", "a colour", 'write it as `"#a1b2c3"`', "#a1b2c3")
]
