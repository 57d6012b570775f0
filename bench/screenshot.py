"""Take the picture of a season page that README shows.

    .venv/bin/python bench/screenshot.py [--output docs/images/season-page.png] [--today DATE]

Builds the shipped site in a temporary folder, opens the article on season 2 of *All of Us Are
Dead* in Chromium (`apt-get install chromium`; Playwright comes with `make browser`), and keeps
the top of it, 1280 px wide, with few enough colours to stay below 300 KB. Run it again whenever
the look changes; with the same content, fonts and browser the picture is the same.
"""

from __future__ import annotations

import argparse
import io
import mimetypes
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Route, sync_playwright

REPOSITORY = Path(__file__).parents[1]
HOST = "https://pencilled-in.example"
PAGE = "/shows/all-of-us-are-dead/season-2/"
WIDTH, HEIGHT = 1280, 1000
MOST_BYTES = 300_000
# See tests/browser/conftest.py.
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


def main() -> int:
    """Write the picture and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = REPOSITORY / "docs" / "images" / "season-page.png"
    parser.add_argument("--output", type=Path, default=default)
    parser.add_argument("--today", default="2026-11-22")
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--height", type=int, default=HEIGHT)
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        site = build(Path(folder), options.today)
        picture = compress(take(site, options.width, options.height, options.scheme))
    if len(picture) > MOST_BYTES:
        print(f"the picture is too large: {len(picture):,} bytes", file=sys.stderr)
        return 1
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_bytes(picture)
    print(f"wrote {options.output}, {len(picture):,} bytes")
    return 0


def build(root: Path, today: str) -> Path:
    """Build the shipped site away from the repository, and return where it is."""
    shutil.copytree(REPOSITORY / "content", root / "content")
    command = [sys.executable, "-m", "seasontracker", "build", "--quiet", "--today", today]
    subprocess.run(command, cwd=root, check=True)
    return root / "build"


def take(site: Path, width: int, height: int, scheme: str) -> bytes:
    """Return a picture of the page's top, as PNG."""

    def answer(route: Route) -> None:
        # The files stand in for the host: nothing is listened on, nothing leaves the machine.
        path = urlsplit(route.request.url).path.lstrip("/")
        file = site / (f"{path}index.html" if not path or path.endswith("/") else path)
        if not route.request.url.startswith(f"{HOST}/") or not file.is_file():
            route.abort()
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {"Content-Type": kind, "Access-Control-Allow-Origin": "*"}
        route.fulfill(body=file.read_bytes(), headers=headers)

    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("this needs Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        page.route("**/*", answer)
        page.goto(HOST + PAGE, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => null)")
        picture = page.screenshot(animations="disabled")
        browser.close()
    return picture


def compress(picture: bytes) -> bytes:
    """Return the picture with 256 colours, which no eye tells from all of them here."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    few = image.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main())
