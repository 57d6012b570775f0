"""What the figures depend on: the machine, and the versions of what ran."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from generators import LOCK, Generator


def describe_machine() -> dict[str, str | int]:
    """Return processor, cores, memory and system."""
    cpu = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s+(\d+) kB", Path("/proc/meminfo").read_text())
    return {
        "processor": cpu[1] if cpu else platform.machine(),
        "cores": os.cpu_count() or 1,
        "memory": int(memory[1]) * 1024 if memory else 0,
        "system": f"{platform.system()} {platform.release()}",
    }


def describe_versions(generators: Iterable[Generator]) -> dict[str, str]:
    """Return what each generator says its version is, and Python's and Python-Markdown's."""
    versions = {"python": platform.python_version()}
    for generator in generators:
        said = subprocess.run(generator.version, capture_output=True, text=True, check=True).stdout
        found = re.search(r"\d+\.\d+[\w.]*", said)
        versions[generator.name] = found[0] if found else said.strip()
    markdown = re.search(r"^markdown==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE)
    versions["markdown"] = markdown[1] if markdown else ""
    return versions
