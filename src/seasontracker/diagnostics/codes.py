"""The stable codes of diagnostics; a code never changes its meaning.

ST1xx reading and syntax, ST2xx one model, ST3xx references between files, ST4xx provenance,
ST5xx time, ST6xx headline and prose, ST7xx spoilers and embargo, ST8xx media and links,
ST9xx templates and output. `docs/diagnostics.md` has a section for each.
"""

from __future__ import annotations

from enum import Enum


class Code(Enum):
    """A kind of finding: its stable number; `title` says the problem in two or three words."""

    UNREADABLE_FILE = "ST101"
    NOT_UTF8 = "ST102"
    BYTE_ORDER_MARK = "ST103"
    TAB_INDENT = "ST104"
    YAML_SYNTAX = "ST105"
    DUPLICATE_KEY = "ST106"
    MERGE_KEY = "ST107"
    ALIAS_BOMB = "ST108"
    EMPTY_FILE = "ST109"
    MISSING_FILE = "ST110"
    MISSING_FRONT_MATTER = "ST111"
    UNCLOSED_FRONT_MATTER = "ST112"
    YAML_TAG = "ST113"
    SEVERAL_DOCUMENTS = "ST114"
    LINK_OUTSIDE = "ST115"
    TOO_DEEP = "ST116"
    CONTROL_CHARACTER = "ST117"

    MISSING_KEY = "ST201"
    UNKNOWN_KEY = "ST202"
    UNKNOWN_WORD = "ST203"
    WRONG_NESTING = "ST204"
    BAD_VALUE = "ST205"
    BAD_DATE = "ST206"
    BAD_SLUG = "ST207"
    BAD_NUMBER = "ST208"
    BAD_URL = "ST209"
    MISSING_VALUE = "ST210"

    UNKNOWN_SOURCE = "ST301"
    UNKNOWN_CHARACTER = "ST302"
    UNKNOWN_PERSON = "ST303"
    UNKNOWN_AUTHOR = "ST304"
    UNKNOWN_EVIDENCE = "ST305"
    UNKNOWN_MEDIA = "ST306"
    DUPLICATE_ID = "ST307"
    UNUSED_FILE = "ST308"
    ADDRESS_OUTSIDE = "ST309"
    ADDRESS_IN_USE = "ST310"
    ADDRESS_CLAIMED_TWICE = "ST311"
    REDIRECT_CHAIN = "ST312"

    MISSING_SOURCE = "ST401"
    MISSING_REASON = "ST402"
    UNRESOLVED_VERDICT = "ST403"
    VERDICT_ORDER = "ST404"

    UNKNOWN_DIRECTIVE = "ST601"
    DIRECTIVE_ARGUMENT = "ST602"
    UNCLOSED_DIRECTIVE = "ST603"
    STRAY_DIRECTIVE_END = "ST604"
    UNKNOWN_MARK = "ST605"

    SPOILS_BEYOND = "ST701"
    SPOILING_PICTURE = "ST702"
    NEVER_VISIBLE = "ST710"

    BROKEN_LINK = "ST801"
    BROKEN_ANCHOR = "ST802"
    UNSAFE_LINK = "ST803"
    MISSING_PICTURE = "ST804"
    UNDECLARED_PICTURE = "ST805"
    BAD_VIDEO_ID = "ST806"
    UNSAFE_PICTURE = "ST807"
    BAD_PICTURE = "ST808"
    DEAD_ADDRESS = "ST840"
    MOVED_ADDRESS = "ST841"
    PRIVATE_ADDRESS = "ST842"

    TEMPLATE_SYNTAX = "ST901"
    TEMPLATE_NAME = "ST902"
    TEMPLATE_MISSING = "ST903"
    OUTPUT_CONFLICT = "ST904"
    TOO_MANY_REDIRECTS = "ST905"
    LONG_REDIRECT = "ST906"

    @property
    def title(self) -> str:
        return self.name.lower().replace("_", "-").replace("utf8", "utf-8")

    @property
    def is_warning(self) -> bool:
        return self in _WARNINGS


_WARNINGS = frozenset(
    {
        Code.UNUSED_FILE,
        Code.BYTE_ORDER_MARK,
        Code.SPOILS_BEYOND,
        Code.SPOILING_PICTURE,
        Code.DEAD_ADDRESS,
        Code.MOVED_ADDRESS,
        Code.PRIVATE_ADDRESS,
    }
)
