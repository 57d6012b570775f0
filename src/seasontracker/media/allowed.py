"""What a published drawing may be made of: whatever is not listed here is refused."""

from __future__ import annotations


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


ELEMENTS = _names(
    "svg g defs symbol use title desc "
    "path rect circle ellipse line polyline polygon text tspan textPath "
    "linearGradient radialGradient stop pattern clipPath mask marker filter "
    "feBlend feColorMatrix feComponentTransfer feComposite feDisplacementMap feDropShadow feFlood "
    "feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset "
    "feTile feTurbulence"
)
"""Nothing that runs, moves, links, styles or shows another file."""

_TEXT = _names("class id lang role")
_GEOMETRY = _names(
    "cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust markerHeight "
    "markerUnits markerWidth maskContentUnits maskUnits clipPathUnits method offset orient "
    "pathLength patternContentUnits patternTransform patternUnits points preserveAspectRatio r "
    "refX refY rotate rx ry side spacing spreadMethod startOffset textLength version viewBox "
    "width x x1 x2 y y1 y2"
)
_FILTERS = _names(
    "amplitude baseFrequency exponent filterUnits in in2 intercept k1 k2 k3 k4 mode numOctaves "
    "operator primitiveUnits radius result scale seed slope stdDeviation stitchTiles tableValues "
    "type values xChannelSelector yChannelSelector"
)
_PRESENTATION = _names(
    "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation "
    "color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule "
    "filter flood-color flood-opacity font-family font-size font-stretch font-style font-variant "
    "font-weight letter-spacing marker-end marker-mid marker-start mask mask-type opacity overflow "
    "paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width text-anchor text-decoration text-rendering transform transform-origin "
    "unicode-bidi vector-effect visibility word-spacing writing-mode"
)
ATTRIBUTES = _TEXT | _GEOMETRY | _FILTERS | _PRESENTATION
REFERENCES = _names("href xlink:href")
"""Attributes that may only hold `#` and an id of the same drawing."""
WORDS = _TEXT | _names("xml:lang xml:space")
"""Attributes whose value is for people or programs, and never read as CSS."""
WORD_PREFIXES = ("aria-", "data-")

FUNCTIONS = _names(
    "hsl hsla hwb lab lch oklab oklch rgb rgba matrix rotate scale skewx skewy translate url"
)
"""What may stand before a bracket in a value, in lower case; `url` only for `url(#id)`."""

FOREIGN_HINT = "save it as plain SVG, without the drawing program's own additions"
_STILL = "draw it still; readers cannot stop it"
_AS_ATTRIBUTES = "write `fill` and the like as attributes; SVGO's convertStyleToAttrs does it"
_ELEMENT_HINTS = {
    "a": "take the link away; the caption may have it",
    "animate": _STILL,
    "animateMotion": _STILL,
    "animateTransform": _STILL,
    "feImage": "a drawing may not show another file",
    "foreignObject": "write text with `<text>`",
    "image": "a drawing may not show another file; save all of it as PNG",
    "metadata": "remove it; the credit goes into `media.yaml`",
    "script": "remove it; a drawing may not run anything",
    "set": _STILL,
    "style": _AS_ATTRIBUTES,
}


def element_hint(name: str) -> str:
    """Return what to do about an element of SVG that is not in the list."""
    return _ELEMENT_HINTS.get(
        name, "remove it; shapes, text, gradients, patterns, masks and filters may stay"
    )


def attribute_hint(name: str) -> str:
    """Return what to do about an attribute that is not in the list."""
    if name == "style":
        return _AS_ATTRIBUTES
    if name.startswith("on"):
        return "remove it; a drawing may not run anything"
    return FOREIGN_HINT if ":" in name else "remove it"
