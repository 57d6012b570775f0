"""Drawings hold shapes and nothing else; whatever runs, loads, moves or hides is refused."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
HTML = "http://www.w3.org/1999/xhtml"
OPENING = f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}" xmlns:h="{HTML}" viewBox="0 0 12 8">'


def _drawing(inside: str) -> str:
    return f"{OPENING}\n{inside}\n</svg>\n"


HARMLESS = [
    '<path d="M0 0H10" fill="none" stroke="#123" />',
    '<g id="a" transform="translate (2 3) rotate(4)"><circle r="2"/></g><use href="#a"/>',
    '<use xlink:href="#later"/><g id="later"/>',
    '<linearGradient id="a"><stop offset="0" stop-color="rgb(1,2,3)"/></linearGradient>'
    "<rect fill=\"url( '#a' ) none\" mask='url(#b)'/>",
    "<title>Roof &amp; sea &#8212; </title><desc>javascript: is only a word here</desc>",
    '<text lang="ko" font-family="Noto Sans, sans-serif" xml:space="preserve">\ud6a8\uc0b0</text>',
    '<g class="a" data-name="Layer f(x)" aria-label="url(x)" role="img"/>',
    "<!-- <script>alert(1)</script> --><text><![CDATA[<script>]]></text>",
    '<g />="x" <g >="x" y = "z"</g><g\n></g>',
    '<filter id="a"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#a)"/>',
]


@pytest.mark.parametrize("inside", HARMLESS)
def test_measure_svg_accepts_what_only_draws(problems, inside):
    """Shapes, text, gradients, masks, filters and references within the drawing may stay."""
    assert problems("roof.svg", _drawing(inside)) == []


ELEMENTS = [
    "<script>alert(1)</script>",
    '<script href="https://example.com/x.js"/>',
    "<foreignObject><h:body/></foreignObject>",
    "<style>path{fill:red}</style>",
    "<style>@import url(https://example.com/x.css)</style>",
    '<image href="data:image/png;base64,AAAA"/>',
    '<a href="https://example.com/"><path/></a>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animateTransform attributeName="transform"/>',
    "<animateMotion/>",
    "<feImage/>",
    "<metadata/>",
    "<SCRIPT/>",
    "<iframe/>",
    "<h:script>alert(1)</h:script>",
    "<h:path/>",
    '<script xmlns="">alert(1)</script>',
    '<path xmlns=""/>',
    f'<x:script xmlns:x="{SVG}">alert(1)</x:script>',
    "<handler/>",
    "<listener/>",
    "<discard/>",
    "<view/>",
]


@pytest.mark.parametrize("inside", ELEMENTS)
def test_measure_svg_refuses_elements(problems, inside):
    """An element that is not in the list is refused at its tag, under the name it is written."""
    found = problems("roof.svg", _drawing(f"  {inside}"))
    name = inside[1:].partition(">")[0].partition(" ")[0].rstrip("/")

    assert found[0] == f"2:3+{len(name) + 1} ST807 a drawing may not have `<{name}>`"


ATTRIBUTES = [
    ("onload", "alert(1)", "a drawing may not have `onload` of `<g>`"),
    ("OnClick", "alert(1)", "a drawing may not have `OnClick` of `<g>`"),
    ("style", "fill:red", "a drawing may not have `style` of `<g>`"),
    ("xml:base", "https://example.com/", "a drawing may not have `xml:base` of `<g>`"),
    ("h:onload", "alert(1)", "a drawing may not have `h:onload` of `<g>`"),
    ("src", "x", "a drawing may not have `src` of `<g>`"),
    ("cursor", "url(#a)", "a drawing may not have `cursor` of `<g>`"),
    (
        "href",
        "https://x.example/",
        "`href` of `<g>` leads out of the drawing, to `https://x.example/`",
    ),
    ("href", "//x.example", "`href` of `<g>` leads out of the drawing, to `//x.example`"),
    ("href", "a.svg#b", "`href` of `<g>` leads out of the drawing, to `a.svg#b`"),
    ("href", "", "`href` of `<g>` leads out of the drawing, to ``"),
    ("href", " #a", "`href` of `<g>` leads out of the drawing, to ` #a`"),
    ("xlink:href", "data:,x", "`xlink:href` of `<g>` leads out of the drawing, to `data:,x`"),
    (
        "xlink:href",
        "java&#115;cript:alert(1)",
        "`xlink:href` of `<g>` leads out of the drawing, to `javascript:alert(1)`",
    ),
    ("fill", "url(https://x.example/)", "`fill` of `<g>` may not hold `url(https://x.example/)`"),
    ("fill", "URL(//x)", "`fill` of `<g>` may not hold `URL(//x)`"),
    ("fill", "url(#a) url(b.svg#c)", "`fill` of `<g>` may not hold `url(b.svg#c)`"),
    ("fill", "url('#a\" x)", None),
    ("fill", "u\\72l(https://x)", "`fill` of `<g>` may not hold `\\`"),
    ("fill", "url/**/(https://x)", "`fill` of `<g>` may not hold `/*`"),
    ("fill", "javascript :x", "`fill` of `<g>` may not hold `javascript :`"),
    ("mask", "image-set('https://x' 1x)", "`mask` of `<g>` may not hold `image-set()`"),
    ("mask", "src('https://x')", "`mask` of `<g>` may not hold `src()`"),
    ("filter", "-webkit-image-set (x)", "`filter` of `<g>` may not hold `-webkit-image-set()`"),
    ("width", "expression(alert(1))", "`width` of `<g>` may not hold `expression()`"),
    ("fill", "@import 'x'", "`fill` of `<g>` may not hold `@`"),
]


@pytest.mark.parametrize(("name", "value", "told"), ATTRIBUTES)
def test_measure_svg_refuses_attributes(problems, name, value, told):
    """An attribute that is not in the list, or holds too much, is refused at its name."""
    quoted = value.replace('"', "&quot;")
    found = problems("roof.svg", _drawing(f'<g id="&gt; {name}=x"\n  {name} = "{quoted}"/>'))

    assert len(found) == 1
    place, _, message = found[0].partition(" ST807 ")
    assert place == f"3:3+{len(name)}"
    assert told is None or message == told


def test_measure_svg_reports_everything_with_its_line(load):
    """All that is wrong is found at once, each with the line that it is about."""
    _, found = load("roof.svg", _drawing('<script/>\r\n<g onclick="x" fill="url(y)"/>'))

    assert [(finding.location.line, finding.location.column) for finding in found] == [
        (2, 1),
        (3, 4),
        (3, 16),
    ]
    assert [finding.excerpt for finding in found] == [
        "<script/>",
        *['<g onclick="x" fill="url(y)"/>'] * 2,
    ]
    assert all(finding.hint for finding in found)


def test_measure_svg_counts_characters_not_bytes(problems):
    """A place after Hangul is where the editor sees it."""
    assert problems("roof.svg", _drawing("<text>\ud6a8\uc0b0</text><script/>"))[0].startswith(
        "2:16+7 "
    )


def test_measure_svg_stops_at_twenty_findings(problems):
    """A hostile drawing does not fill the terminal."""
    assert len(problems("roof.svg", _drawing("<script/>" * 1000))) == 20


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE svg>",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd">',
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>',
        "<!DOCTYPE html>",
    ],
)
def test_measure_svg_refuses_a_doctype(problems, start):
    """No entity is ever declared, and no default attribute."""
    assert problems("roof.svg", f"{start}\n{_drawing('<path/>')}") == [
        "1:1+9 ST807 a drawing may not have a `<!DOCTYPE>`"
    ]


def test_measure_svg_refuses_instructions(problems):
    """A stylesheet can be attached from outside the drawing as well as inside."""
    text = f'<?xml version="1.0"?>\n<?xml-stylesheet href="x.css"?>{_drawing("<?php x?>")}'

    assert problems("roof.svg", text) == [
        "2:1+16 ST807 a drawing may not have an instruction such as `<?xml-stylesheet?>`",
        "3:1+5 ST807 a drawing may not have an instruction such as `<?php?>`",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<svg/>", "1:1+4 ST808 the outermost element is not an `<svg>` of the SVG namespace"),
        (
            f'<html xmlns="{HTML}"><script/></html>',
            "1:1+5 ST808 the outermost element is not an `<svg>` of the SVG namespace",
        ),
        (
            f'<g xmlns="{SVG}"/>',
            "1:1+2 ST808 the outermost element is not an `<svg>` of the SVG namespace",
        ),
        (f'<svg xmlns="{SVG}"/>', "1:1+4 ST808 the drawing does not say how large it is"),
        (
            f"{OPENING}</g>",
            f"1:{len(OPENING) + 3}+1 ST808 another tag is open here than the one that is closed",
        ),
        (f"{OPENING}\n<path", "2:1+1 ST808 the file ends inside a tag"),
        (f"{OPENING}&nbsp;</svg>", None),
        (f"{OPENING}</svg><script/>", None),
        (f"{OPENING}<g a='1' a='2'/></svg>", None),
        (f"{OPENING}<x:g/></svg>", None),
        (f"{OPENING}\x00</svg>", None),
        (OPENING, None),
        ("<", None),
        (
            f'<?xml version="1.0" encoding="ISO-8859-1"?>{OPENING}</svg>',
            "1:1+1 ST808 the drawing says that it is written in `ISO-8859-1`",
        ),
        ("roof", "1:1+1 ST808 `roof.svg` does not hold a drawing"),
        (b"\x1f\x8b\x08roof", "1:1+1 ST808 `roof.svg` does not hold a drawing"),
        (OPENING.encode("utf-16"), "1:1+1 ST102 byte `0xff` is not UTF-8"),
        (f"{OPENING}\n<g>".encode() + b"\xff</g></svg>", "2:4+1 ST102 byte `0xff` is not UTF-8"),
    ],
)
def test_measure_svg_refuses_what_is_no_drawing(problems, text, told):
    """A drawing is well-formed XML in UTF-8, in the namespace that makes a browser draw it."""
    found = problems("roof.svg", text)

    assert len(found) == 1
    assert told in (None, found[0])
    assert "ST80" in found[0] or "ST102" in found[0]


def test_measure_svg_takes_a_byte_order_mark_and_a_declaration(problems):
    """What drawing programs put before a drawing is harmless."""
    text = f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n{_drawing("<path/>")}'

    assert problems("roof.svg", b"\xef\xbb\xbf" + text.encode()) == []


def test_measure_svg_refuses_elements_that_hold_each_other_too_deep(problems):
    """A thousand groups in one another end no browser's stack, and not ours."""
    assert problems("roof.svg", _drawing("<g>" * 5000 + "</g>" * 5000)) == [
        "2:190+2 ST807 elements stand in one another more than 64 deep"
    ]


def test_measure_svg_refuses_parts_that_multiply(problems):
    """Ten levels of ten references each would draw ten thousand million shapes."""
    levels = "".join(
        f'<g id="a{level}">{f"""<use href="#a{level + 1}"/>""" * 10}</g>\n' for level in range(10)
    )
    found = problems("roof.svg", _drawing(f'{levels}<path id="a10"/>'))

    assert len(found) == 1
    assert "far too often" in found[0]


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<pattern id="a"><rect fill="url(#a)"/></pattern>',
        '<mask id="a" mask="url(#a)"/>',
    ],
)
def test_measure_svg_refuses_parts_that_hold_themselves(problems, inside):
    """A part that draws itself is never done."""
    found = problems("roof.svg", _drawing(inside))

    assert len(found) == 1
    assert found[0].startswith("2:1+")


@pytest.mark.parametrize(("length", "findings"), [(200, 0), (3000, 1)])
def test_measure_svg_takes_a_chain_of_references(problems, length, findings):
    """Parts may build on one another, but not so far that a browser runs out of stack."""
    chain = "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(length))

    assert len(problems("roof.svg", _drawing(chain))) == findings


@pytest.mark.parametrize("piece", ["a", " ", "(", "a(", "url(", "javascript", "\n", "1", ","])
@pytest.mark.parametrize("attribute", ["fill", "data-a", "width", "viewBox"])
def test_measure_svg_is_done_in_time(load, attribute, piece):
    """However long a value is, it is read once; this test hangs when a pattern reads it again."""
    load("roof.svg", _drawing(f'<g {attribute}="{piece * (10**5 // len(piece))}"/>'))
    load("roof.svg", f'<svg xmlns="{SVG}" {attribute}="0 {piece * (10**5 // len(piece))}x"/>')


PIECES = st.sampled_from(
    [
        *("<g", "<path", "<svg", "<script", "</g>", "/>", ">", "<", "</svg>", "<!--", "-->", "&"),
        *(' xmlns="', ' id="', ' href="#', ' fill="url(#', ")", '"', "'", "=", " ", "\n", "\r"),
        *(' xlink:href="', "<![CDATA[", "]]>", "<!DOCTYPE ", "<?x", "?>", "\u3164", "\x00", "a"),
        *(' />="', ' b="c" ', ' xmlns:a="b"', "<a:g ", ' a:c="d"', "&#0;", "&lt;", "\ud6a8"),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_measure_svg_never_fails(load, inside):
    """Whatever stands in a drawing, it is a picture or findings."""
    for text in (_drawing(inside), f"{OPENING}<g {inside}/></svg>", inside):
        picture, found = load("roof.svg", text)

        assert (picture is None) == bool(found)
