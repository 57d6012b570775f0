"""Which other templates a template names, without parsing where its text already tells."""

from __future__ import annotations

import re

from jinja2 import Environment
from jinja2.meta import find_referenced_templates

_TAG = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(?P<rest>.*?)%\}", re.DOTALL)
_ONE_NAME = re.compile(
    r"\s*(?P<quote>['\"])(?P<name>[^'\"\\]+)(?P=quote)"
    r"\s*(?:import\s[\w\s,*]+|as\s+\w+|ignore\s+missing|with(?:out)?\s+context|\s)*[-+]?"
)
_LEADING = ("{%", "%}")


def references(environment: Environment, source: str) -> frozenset[str | None]:
    """Return the names of what a template extends, includes or imports.

    None among them stands for a name that is worked out when a page is rendered. Names in comments
    and raw blocks may be among them. Raises `TemplateSyntaxError` only for a template whose names
    need parsing to be known.
    """
    found = set()
    usual = (environment.block_start_string, environment.block_end_string) == _LEADING
    if usual and environment.line_statement_prefix is None:
        for tag in _TAG.finditer(source):
            match = _ONE_NAME.fullmatch(tag["rest"])
            if match is None:
                break
            found.add(match["name"])
        else:
            return frozenset(found)
    return frozenset(find_referenced_templates(environment.parse(source)))
