"""Style sheets, scripts and fonts: joined, and named after their content."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from seasontracker.site.permalinks import FEED_STYLE

_QUOTED = r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
_STYLE_COMMENT = re.compile(rf"({_QUOTED})|/\*(?!!).*?\*/", re.DOTALL)
# Only where a line begins, since `/*` is also found in strings and patterns of a script.
_SCRIPT_COMMENT = re.compile(r"^[ \t]*/\*(?!!).*?\*/", re.DOTALL | re.MULTILINE)
_FONT_URL = re.compile(r"url\(([\"']?)\.\./fonts/([A-Za-z0-9._-]+)\1\)")
_SPACE = re.compile(r"\s*\n\s*")
_NEEDLESS = re.compile(r"(?<=[{};,])\n|;?\n?(?=\})")


class Asset(Struct, frozen=True):
    """A file of the site's frame."""

    output_path: str
    """Below the output folder, with the digest of its content in its name."""
    data: bytes
    integrity: str
    """For the `integrity` attribute (W3C Subresource Integrity)."""


class Assets(Struct, frozen=True):
    """All assets by the names that templates know them by."""

    by_name: Mapping[str, Asset]
    """Such as `site.css`, `theme.js`, `fonts/newsreader.woff2`."""


class AssetError(Exception):
    """A style sheet or script cannot be read; `name` is its path below `assets/`."""

    def __init__(self, name: str) -> None:
        super().__init__(f"`{name}` is not UTF-8")
        self.name = name


def load_assets(package: Path, own: Path | None) -> Assets:
    """Read the assets below `assets/`; a site's own file replaces ours of the same path.

    Raises `AssetError`.
    """
    files = _files(package / "assets") | (_files(own / "assets") if own else {})
    assets: dict[str, Asset] = {}
    for name, path in sorted(files.items()):
        if name.startswith(("fonts/", "icons/")):
            assets[name] = _asset(name, path.read_bytes(), fingerprint=path.suffix != ".txt")
    sheets: dict[str, list[str]] = {"site.css": [], "print.css": []}
    for name, path in sorted(files.items()):
        if name.startswith("css/"):
            sheet = "print.css" if name.endswith("-print.css") else "site.css"
            sheets[sheet].append(_text(name, path))
    for sheet, texts in sheets.items():
        if texts:
            assets[sheet] = _asset(sheet, _style(texts, assets).encode())
    if FEED_STYLE in files:
        # Under a name that never changes, since feeds outlive style sheets.
        style = _style([_text(FEED_STYLE, files[FEED_STYLE])], assets).encode()
        assets[FEED_STYLE] = replace(_asset(FEED_STYLE, style), output_path=FEED_STYLE)
    for name, path in sorted(files.items()):
        if name.startswith("js/"):
            assets[name.removeprefix("js/")] = _asset(
                name.removeprefix("js/"), _script(_text(name, path)).encode()
            )
    return Assets(assets)


def make_asset(name: str, data: bytes) -> Asset:
    """Return a file made by the program as an asset."""
    return _asset(name, data)


def _files(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        return {}
    return {
        str(path.relative_to(folder)).replace("\\", "/"): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def _text(name: str, path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AssetError(name) from error


def _asset(name: str, data: bytes, *, fingerprint: bool = True) -> Asset:
    path = Path(name)
    digest = hashlib.sha256(data).hexdigest()[:10]
    named = f"{path.stem}.{digest}{path.suffix}" if fingerprint else path.name
    folder = "" if str(path.parent) == "." else f"{path.parent}/"
    integrity = base64.b64encode(hashlib.sha384(data).digest()).decode()
    return Asset(f"assets/{folder}{named}", data, f"sha384-{integrity}")


def _style(texts: list[str], assets: Mapping[str, Asset]) -> str:
    """Join style sheets without comments and line breaks, and name fonts as they are published."""

    def font(match: re.Match[str]) -> str:
        asset = assets.get(f"fonts/{match[2]}")
        return f"url({asset.output_path.removeprefix('assets/')})" if asset else match[0]

    joined = "\n".join(texts)
    lines = _SPACE.sub(
        "\n", _FONT_URL.sub(font, _STYLE_COMMENT.sub(lambda match: match[1] or "", joined))
    )
    return _NEEDLESS.sub("", lines).strip() + "\n"


def _script(text: str) -> str:
    lines = [line for line in text.split("\n") if not line.lstrip().startswith("//")]
    return _SCRIPT_COMMENT.sub("", "\n".join(lines)).strip() + "\n"
