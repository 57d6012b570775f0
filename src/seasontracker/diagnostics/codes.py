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
    TWO_PEOPLE = "ST313"
    SHARED_SHOW_ID = "ST314"
    RENAMED_SHOW = "ST315"

    MISSING_SOURCE = "ST401"
    MISSING_REASON = "ST402"
    UNRESOLVED_VERDICT = "ST403"
    VERDICT_ORDER = "ST404"
    UNOFFICIAL_SOURCE = "ST405"
    WEAKER_CLAIM = "ST406"
    SAME_DAY_CLAIMS = "ST407"
    UNDATED_SOURCE = "ST408"
    UNUSED_SOURCE = "ST409"
    REPEATED_SOURCE = "ST410"
    BAD_SILENCE = "ST418"
    USELESS_SILENCE = "ST419"

    WINDOW_PASSED = "ST501"
    FUTURE_CLAIM = "ST502"
    PREMIERE_UNRENEWED = "ST503"
    RELEASE_BEFORE_RENEWAL = "ST504"
    WRAP_BEFORE_FILMING = "ST505"
    EPISODES_OUT_OF_ORDER = "ST506"
    EPISODE_BEYOND_SEASON = "ST507"
    UNCHECKED_OFFER = "ST508"
    SILENT_SEASON = "ST509"
    VAGUE_TIME = "ST510"
    OPEN_THEORY = "ST511"

    UNKNOWN_DIRECTIVE = "ST601"
    DIRECTIVE_ARGUMENT = "ST602"
    UNCLOSED_DIRECTIVE = "ST603"
    STRAY_DIRECTIVE_END = "ST604"
    UNKNOWN_MARK = "ST605"
    PROMISED_DATE = "ST606"
    PROMISED_TRAILER = "ST607"
    PROMISED_CAST = "ST608"
    MISSING_SECTION = "ST609"
    WRONG_DATE = "ST610"
    WRONG_COUNT = "ST611"
    WRONG_EPISODE = "ST612"
    WRONG_NAME = "ST613"
    SKIPPED_HEADING = "ST614"
    LONG_HEADLINE = "ST615"
    LONG_DESCRIPTION = "ST616"
    EMPTY_LINK = "ST617"
    BARE_URL = "ST618"
    UNDEFINED_LINK = "ST619"
    SECOND_TITLE = "ST620"

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
    VAGUE_ALT = "ST809"
    NAMELESS_CREDIT = "ST810"
    UNKNOWN_LICENSE = "ST811"
    UNDRAWN_CARD = "ST812"
    PICTURE_IN_TEXT = "ST813"
    REPEATED_ALT = "ST820"
    FILE_NAME_ALT = "ST821"
    SMALL_PICTURE = "ST822"
    UNUSED_PICTURE = "ST823"
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
        """Whether it is one unless `site.yaml` says otherwise."""
        return self in _WARNINGS

    @property
    def is_adjustable(self) -> bool:
        """Whether a site may set its severity; without the rest no page could be made."""
        if self in _WARNINGS:
            return True
        return self.value[:3] in _JUDGEMENTS and self not in _NEEDED


_WARNINGS = frozenset(
    {
        Code.UNUSED_FILE,
        Code.RENAMED_SHOW,
        Code.BYTE_ORDER_MARK,
        Code.SPOILS_BEYOND,
        Code.SPOILING_PICTURE,
        Code.UNOFFICIAL_SOURCE,
        Code.WEAKER_CLAIM,
        Code.SAME_DAY_CLAIMS,
        Code.UNDATED_SOURCE,
        Code.UNUSED_SOURCE,
        Code.REPEATED_SOURCE,
        Code.BAD_SILENCE,
        Code.USELESS_SILENCE,
        Code.WINDOW_PASSED,
        Code.FUTURE_CLAIM,
        Code.PREMIERE_UNRENEWED,
        Code.RELEASE_BEFORE_RENEWAL,
        Code.WRAP_BEFORE_FILMING,
        Code.EPISODES_OUT_OF_ORDER,
        Code.EPISODE_BEYOND_SEASON,
        Code.UNCHECKED_OFFER,
        Code.SILENT_SEASON,
        Code.VAGUE_TIME,
        Code.OPEN_THEORY,
        Code.PROMISED_DATE,
        Code.PROMISED_TRAILER,
        Code.PROMISED_CAST,
        Code.MISSING_SECTION,
        Code.WRONG_DATE,
        Code.WRONG_COUNT,
        Code.WRONG_EPISODE,
        Code.WRONG_NAME,
        Code.SKIPPED_HEADING,
        Code.LONG_HEADLINE,
        Code.LONG_DESCRIPTION,
        Code.EMPTY_LINK,
        Code.BARE_URL,
        Code.UNDEFINED_LINK,
        Code.SECOND_TITLE,
        Code.VAGUE_ALT,
        Code.NAMELESS_CREDIT,
        Code.UNKNOWN_LICENSE,
        Code.UNDRAWN_CARD,
        Code.REPEATED_ALT,
        Code.FILE_NAME_ALT,
        Code.SMALL_PICTURE,
        Code.UNUSED_PICTURE,
        Code.DEAD_ADDRESS,
        Code.MOVED_ADDRESS,
        Code.PRIVATE_ADDRESS,
    }
)
_JUDGEMENTS = frozenset({"ST4", "ST5", "ST6", "ST7", "ST8"})
"""The families of which a rule may be wrong about a page that can be made."""
_NEEDED = frozenset(
    {
        Code.UNKNOWN_DIRECTIVE,
        Code.DIRECTIVE_ARGUMENT,
        Code.UNCLOSED_DIRECTIVE,
        Code.STRAY_DIRECTIVE_END,
        Code.UNKNOWN_MARK,
        Code.BROKEN_LINK,
        Code.BROKEN_ANCHOR,
        Code.UNSAFE_LINK,
        Code.MISSING_PICTURE,
        Code.UNDECLARED_PICTURE,
        Code.BAD_VIDEO_ID,
        Code.UNSAFE_PICTURE,
        Code.BAD_PICTURE,
    }
)


def find_code(word: str) -> Code | None:
    """Return the code of a number such as `ST401`, or of a name such as `missing-source`."""
    return _BY_WORD.get(word.strip().lower().replace("_", "-"))


_BY_WORD = {word: code for code in Code for word in (code.value.lower(), code.title)}
