"""Drawings: whether an SVG holds nothing but shapes, and its size.

A published drawing can be opened by its own address, where it is a document with all the powers
of a page, and anyone can send one in a pull request. So it is not cleaned but refused.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from pathlib import PurePosixPath
from xml.parsers import expat

from seasontracker.diagnostics import Code, Diagnostic, Location
from seasontracker.media import allowed
from seasontracker.media.svg_references import References
from seasontracker.media.svg_size import drawing_size
from seasontracker.media.svg_tag import AttributePlace, read_tag
from seasontracker.media.svg_value import references, unsafe_part, unsafe_reference
from seasontracker.sources.text import SourceText, decode

MOST_BYTES = 2 * 1024 * 1024
MOST_FINDINGS = 20
"""In one drawing; who has read twenty knows what to do."""
MOST_DEPTH = 64
_SVG = "http://www.w3.org/2000/svg"
_PREFIXES = {
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
# A tag, or UTF-16, which is named as such where the text is decoded.
_BEGINNINGS = (b"<", b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = frozenset({"utf-8", "us-ascii"})
_SYNTAX = {
    expat.errors.XML_ERROR_TAG_MISMATCH: "another tag is open here than the one that is closed",
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: "XML has no entity of this name",
    expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE: "an attribute stands here twice",
    expat.errors.XML_ERROR_UNBOUND_PREFIX: "a prefix is used that no `xmlns:` declares",
    expat.errors.XML_ERROR_NO_ELEMENTS: "there is no drawing in the file",
    expat.errors.XML_ERROR_UNCLOSED_TOKEN: "the file ends inside a tag",
    expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something follows the drawing's end",
}


class _EnoughError(Exception):
    """Ends the reading of a drawing that need not be read further."""


def measure_svg(
    path: PurePosixPath, data: bytes
) -> tuple[tuple[int, int] | None, list[Diagnostic]]:
    """Check everything in a drawing, and return its width and height."""
    if len(data) > MOST_BYTES:
        message = f"`{path.name}` is larger than {MOST_BYTES // 1024**2} MiB"
        hint = "simplify its paths (SVGO does), or save it as PNG"
        return None, [Diagnostic(Code.BAD_PICTURE, Location(path), message, hint)]
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_BEGINNINGS):
        message = f"`{path.name}` does not hold a drawing"
        hint = "save it as SVG, or call it by what it is"
        return None, [Diagnostic(Code.BAD_PICTURE, Location(path), message, hint)]
    source, found = decode(path, data)
    if source is None:
        return None, found
    # A byte order mark is as good as none to XML, so what `decode` says of it is left out.
    return _Drawing(source).check()


class _Drawing:
    """One reading of a drawing: the place that it has come to, and what was found so far."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        lengths = (len(line) + 1 for line in source.text.split("\n"))
        self._line_starts = list(accumulate(lengths, initial=0))
        self._found: list[Diagnostic] = []
        self._depth = 0
        self._size: tuple[int, int] | None = None
        self._references = References()
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.ordered_attributes = True
        self._parser.XmlDeclHandler = self._declaration
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.ProcessingInstructionHandler = self._instruction
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def check(self) -> tuple[tuple[int, int] | None, list[Diagnostic]]:
        try:
            self._parser.Parse(self._source.text, True)
            self._check_references()
        except _EnoughError:
            pass
        except expat.ExpatError as error:
            place = Location(self._source.path, error.lineno, error.offset + 1)
            reason = _SYNTAX.get(expat.ErrorString(error.code) or "")
            message = reason or "the drawing is not well-formed XML"
            self._report(Code.BAD_PICTURE, place, message, "open it in a browser, which tells more")
        return (None if self._found else self._size), self._found

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            message = f"the drawing says that it is written in `{encoding}`"
            self._report(Code.BAD_PICTURE, self._place(), message, "save it as UTF-8")

    def _doctype(self, *_declared: object) -> None:
        # The parser has come to its end, or to the `[` of the entities that it declares.
        start = self._source.text.rfind("<!DOCTYPE", 0, self._offset())
        message = "a drawing may not have a `<!DOCTYPE>`"
        self._report(Code.UNSAFE_PICTURE, self._at(start, 9), message, "remove all of it")
        raise _EnoughError

    def _instruction(self, target: str, _content: str) -> None:
        message = f"a drawing may not have an instruction such as `<?{target}?>`"
        self._report(Code.UNSAFE_PICTURE, self._place(len(target) + 2), message, "remove it")

    def _start(self, expanded_name: str, values: list[str]) -> None:
        written, places = read_tag(self._source.text, self._offset())
        place = self._place(len(written) + 1)
        attributes = [
            (_attribute_name(name), value)
            for name, value in zip(values[::2], values[1::2], strict=True)
        ]
        self._references.open_element(
            place,
            dict(attributes).get("id"),
            (target for name, value in attributes for target in references(name, value)),
        )
        self._depth += 1
        if self._depth == 1:
            self._root(expanded_name, place, dict(attributes))
        if self._depth > MOST_DEPTH:
            message = f"elements stand in one another more than {MOST_DEPTH} deep"
            self._report(Code.UNSAFE_PICTURE, place, message, "take groups away")
            raise _EnoughError
        namespace, _, name = expanded_name.rpartition(" ")
        if namespace != _SVG or name not in allowed.ELEMENTS:
            hint = allowed.element_hint(name) if namespace == _SVG else allowed.FOREIGN_HINT
            message = f"a drawing may not have `<{written}>`"
            self._report(Code.UNSAFE_PICTURE, place, message, hint)
            return
        for (key, value), attribute in zip(attributes, places, strict=True):
            self._attribute(key, value, attribute, written)

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._references.close_element()

    def _root(self, expanded_name: str, place: Location, attributes: dict[str, str]) -> None:
        if expanded_name != f"{_SVG} svg":
            message = "the outermost element is not an `<svg>` of the SVG namespace"
            hint = f'a browser needs `<svg xmlns="{_SVG}">`'
            self._report(Code.BAD_PICTURE, place, message, hint)
            raise _EnoughError
        self._size = drawing_size(attributes)
        if self._size is None:
            message = "the drawing does not say how large it is"
            hint = 'give it a `viewBox` such as `"0 0 1200 675"`'
            self._report(Code.BAD_PICTURE, place, message, hint)

    def _attribute(self, name: str, value: str, written: AttributePlace, element: str) -> None:
        owner = f"`{written.name}` of `<{element}>`"
        if name in allowed.REFERENCES:
            unsafe = unsafe_reference(value)
            message = f"{owner} leads out of the drawing, to `{unsafe}`"
            hint = "a drawing may only refer to its own parts, as `#id`"
        elif name in allowed.WORDS or name.startswith(allowed.WORD_PREFIXES):
            return
        elif name in allowed.ATTRIBUTES:
            unsafe = unsafe_part(value)
            message = f"{owner} may not hold `{unsafe}`"
            hint = "write plain values, and refer to parts of the drawing as `url(#id)`"
        else:
            unsafe = name
            message = f"a drawing may not have {owner}"
            hint = allowed.attribute_hint(name)
        if unsafe is not None:
            place = self._at(written.offset, len(written.name))
            self._report(Code.UNSAFE_PICTURE, place, message, hint)

    def _check_references(self) -> None:
        place = self._references.overdrawn()
        if place is not None:
            message = "this part draws itself, or draws other parts far too often"
            hint = "let fewer `<use>`, patterns and masks hold each other"
            self._report(Code.UNSAFE_PICTURE, place, message, hint)

    def _offset(self) -> int:
        line = self._parser.CurrentLineNumber
        return self._line_starts[line - 1] + self._parser.CurrentColumnNumber

    def _place(self, length: int = 1) -> Location:
        parser = self._parser
        column = parser.CurrentColumnNumber + 1
        return Location(self._source.path, parser.CurrentLineNumber, column, length)

    def _at(self, offset: int, length: int) -> Location:
        line = bisect_right(self._line_starts, offset)
        return Location(self._source.path, line, offset - self._line_starts[line - 1] + 1, length)

    def _report(self, code: Code, place: Location, message: str, hint: str) -> None:
        self._found.append(self._source.diagnostic(code, place, message, hint))
        if len(self._found) == MOST_FINDINGS:
            raise _EnoughError


def _attribute_name(expanded_name: str) -> str:
    """Return `fill`, `xlink:href`, or the whole namespace and name of what is not ours."""
    namespace, _, name = expanded_name.rpartition(" ")
    return f"{_PREFIXES.get(namespace, namespace)}:{name}" if namespace else name
