"""Measure how long a saved file takes to the refreshed page, in a headless browser.

    python bench/serve.py SITE [--edits 20]

SITE is a folder with `content/`, such as `DEST/seasontracker` of bench/corpus.py; it is edited, so
give a copy. Prints medians of the time from save to page, of the server's own CPU and of its build.
"""

from __future__ import annotations

import argparse
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
_TICKS = os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--today", default="2026-11-22")
    options = parser.parse_args()
    article = sorted(options.site.glob("content/shows/*/season-*/index.md"))[0]
    server = subprocess.Popen(
        (sys.executable, "-m", "seasontracker", "serve", "--port", "0", "--today", options.today),
        cwd=options.site,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        address = serving(server)
        show, season = article.parts[-3:-1]
        with sync_playwright() as tool:
            browser = tool.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
            page = browser.new_page()
            page.goto(f"{address}shows/{show}/{season}/")
            measure(server, page, article, options.edits)
            browser.close()
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()
    return server.returncode


def serving(server: subprocess.Popen[str]) -> str:
    """Return the address, once the first build is done."""
    assert server.stdout is not None
    for line in server.stdout:
        if match := re.match(r"Serving (\S+)", line):
            return match[1]
    raise SystemExit("the server ended")


def measure(server: subprocess.Popen[str], page: Page, article: Path, edits: int) -> None:
    """Edit an article again and again, and time each edit up to the page that shows it."""
    assert server.stdout is not None
    text = article.read_text("utf-8")
    seen: list[float] = []
    spent: list[float] = []
    built: list[float] = []
    for number in range(edits + 1):
        word = f"edited-{number}-{time.time_ns()}"
        page.wait_for_timeout(400)
        before, started = cpu(server.pid), time.perf_counter()
        article.write_text(f"{text}\n{word}\n", "utf-8")
        page.wait_for_function(
            "word => document.querySelector('main')?.textContent.includes(word)", arg=word
        )
        took = time.perf_counter() - started
        line = server.stdout.readline()
        if number:  # the first save warms up what a session needs once
            seen.append(took)
            spent.append(cpu(server.pid) - before)
            built.append(float(line.split()[2]) / 1000)
    for name, values in (("save to page", seen), ("server CPU", spent), ("build", built)):
        median, best = statistics.median(values), min(values)
        print(f"{name:>12}: median {median * 1000:.0f} ms, best {best * 1000:.0f} ms of {edits}")


def cpu(pid: int) -> float:
    """Return the seconds of CPU that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


if __name__ == "__main__":
    sys.exit(main())
