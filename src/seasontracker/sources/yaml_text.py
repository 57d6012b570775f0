"""Reads YAML with every scalar as text and every value's place known."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.sources.document import Document, Plain
from seasontracker.sources.text import SourceText

MOST_DEPTH = 40
"""No file of ours nests deeper than a handful of levels; libyaml recurses on the C stack."""
MOST_VALUES = 200_000

# YAML 1.1 reads 1923 as a number, On as a boolean and 22:30 as 1350, all of them plausible
# titles and times, so every scalar is loaded as text and the model decides what it means.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_CORE_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
_MAYBE_DEEP = re.compile(r"(?:[\[{][^\[\]{}]*){20}|(?:[-?:] +){8}|^ {60}", re.MULTILINE)


class _Refused(Exception):
    """Carries a finding out of the walk over the nodes."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def load_yaml(
    source: SourceText, text: str | None = None, first_line: int = 1
) -> tuple[Document | None, list[Diagnostic]]:
    """Parse YAML; `text` is the part of the source that starts on `first_line` (else all)."""
    text = source.text if text is None else text
    empty = Document(source, None, None, first_line)
    try:
        _refuse_deep(empty, text)
        root = _Loader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        return None, [_syntax_finding(empty, text, error)]
    except yaml.reader.ReaderError as error:
        return None, [_character_finding(empty, text, error)]
    except _Refused as refused:
        return None, [refused.diagnostic]
    found: list[Diagnostic] = []
    document = Document(source, None, root, first_line)
    try:
        value = _Walk(document, text, found).plain(root) if root is not None else None
    except _Refused as refused:
        return None, [*found, refused.diagnostic]
    return Document(source, value, root, first_line), found


class _Walk:
    """Turns nodes into plain values, and counts them: an alias may stand for a billion."""

    def __init__(self, document: Document, text: str, found: list[Diagnostic]) -> None:
        self._document = document
        self._text = text
        self._found = found
        self._count = 0
        self._open: set[int] = set()

    def plain(self, node: Node) -> Plain:
        self._count += 1
        if id(node) in self._open or self._count > MOST_VALUES:
            raise _Refused(self._alias_finding())
        if node.tag not in _CORE_TAGS:
            self._report(Code.YAML_TAG, node, f"`{node.tag}` is a YAML tag", "write plain values")
        if isinstance(node, ScalarNode):
            empty = not node.style and node.value in ("", "~")
            return None if empty else str(node.value)
        self._open.add(id(node))
        value: Plain
        if isinstance(node, SequenceNode):
            value = [self.plain(item) for item in node.value]
        else:
            value = dict(self._pairs(node))
        self._open.discard(id(node))
        return value

    def _pairs(self, node: MappingNode) -> Iterator[tuple[str, Plain]]:
        seen: dict[str, Node] = {}
        for key, item in node.value:
            if not isinstance(key, ScalarNode) or (not key.style and not key.value):
                self._report(Code.WRONG_NESTING, key, "a key must be one word", "")
            elif key.value == "<<" and not key.style:
                self._report(
                    Code.MERGE_KEY, key, "`<<` merges another mapping", "write the keys out"
                )
            elif key.value in seen:
                first = self._document.first_line + seen[key.value].start_mark.line
                self._report(
                    Code.DUPLICATE_KEY,
                    key,
                    f"`{key.value}` is given twice",
                    f"the first is on line {first}; keep one of the two",
                )
            else:
                seen[key.value] = key
                yield key.value, self.plain(item)

    def _report(self, code: Code, node: Node, message: str, hint: str) -> None:
        place = self._document._place(node)
        self._found.append(self._document.diagnostic(code, place, message, hint))

    def _alias_finding(self) -> Diagnostic:
        for event in yaml.parse(self._text, Loader=_Loader):
            if isinstance(event, yaml.AliasEvent):
                line = event.start_mark.line + self._document.first_line
                place = Location(self._document.path, line, event.start_mark.column + 1)
                break
        else:
            place = self._document.locate()
        return self._document.diagnostic(
            Code.ALIAS_BOMB,
            place,
            f"aliases repeat one another into more than {MOST_VALUES:,} values",
            "write the values out instead of `*aliases`",
        )


def _refuse_deep(document: Document, text: str) -> None:
    if not _MAYBE_DEEP.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            depth += 1
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            depth -= 1
        if depth > MOST_DEPTH:
            mark = event.start_mark
            place = Location(document.path, mark.line + document.first_line, mark.column + 1)
            raise _Refused(
                document.diagnostic(
                    Code.TOO_DEEP,
                    place,
                    f"values are nested more than {MOST_DEPTH} levels deep",
                    "nothing that an editor writes needs that; look for a stray bracket",
                )
            )


def _syntax_finding(document: Document, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    index = min(mark.line, len(lines) - 1) if mark else 0
    # libyaml often complains on the line after the one that is wrong.
    for near in (index, index - 1):
        if 0 <= near < len(lines) and "\t" in _indent(lines[near]):
            column = lines[near].index("\t") + 1
            return document.diagnostic(
                Code.TAB_INDENT,
                Location(document.path, near + document.first_line, column),
                "a tab indents this line",
                "YAML is indented by spaces; use two for each level",
            )
    place = Location(document.path, index + document.first_line, (mark.column if mark else 0) + 1)
    if error.context == "expected a single document in the stream":
        return document.diagnostic(
            Code.SEVERAL_DOCUMENTS, place, "`---` starts a second document", "keep one a file"
        )
    message, hint = _plain_words(error, lines[index])
    if "never closed" in message and error.context_mark:
        opened = error.context_mark
        line = opened.line + document.first_line
        place = Location(document.path, line, opened.column + 1)
    return document.diagnostic(Code.YAML_SYNTAX, place, message, hint)


def _plain_words(error: yaml.MarkedYAMLError, line: str) -> tuple[str, str]:
    """Say in an editor's words what libyaml says in a parser's."""
    problem = error.problem or "this is not YAML"
    if "mapping values are not allowed" in problem:
        if (line + " ").count(": ") > 1:
            return "a second `: ` in one line", "put the text in quotes"
        return (
            "`key: value` cannot stand here",
            "check its indentation, and that the line above ends as it should",
        )
    if "could not find expected ':'" in problem:
        return "a key without `:`", "write `key: value`, and indent what belongs to it"
    if "cannot start any token" in problem:
        return "a value starts with a character that YAML reserves", "put the text in quotes"
    if "did not find expected key" in problem or "did not find expected '-'" in problem:
        quote = ", and check for a quotation mark that ends too early" if '"' in line else ""
        return (
            "this line does not belong to the lines above it",
            f"indent it like its neighbours{quote}",
        )
    if "end of stream" in problem and "quoted" in (error.context or ""):
        return "a quotation mark is never closed", "close it, or use a `|` block for long text"
    if "undefined alias" in problem:
        return "an alias without its anchor", "put text that starts with `*` in quotes"
    if "did not find expected ',' or" in problem or (
        "flow" in (error.context or "") and "expected node content" in problem
    ):
        return "a bracket is never closed", "close it, or put the text in quotes"
    return problem.replace("\n", " "), "check indentation, quotes and colons around this place"


def _character_finding(document: Document, text: str, error: yaml.reader.ReaderError) -> Diagnostic:
    # libyaml counts the position in bytes, pyyaml's own reader in characters.
    for index, character in enumerate(text):
        if not (character in "\t\n\x85" or " " <= character <= "~" or character >= "\xa0"):
            break
    else:
        index, character = 0, "?"
    line = text.count("\n", 0, index)
    column = index - (text.rfind("\n", 0, index) + 1)
    return document.diagnostic(
        Code.YAML_SYNTAX,
        Location(document.path, line + document.first_line, column + 1),
        f"a control character (U+{ord(character):04X}) stands here",
        "delete it; it is invisible in most editors",
    )


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
