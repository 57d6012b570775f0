"""Generate a site of invented seasons, for seasontracker, Hugo and Pelican alike.

    python bench/corpus.py --seasons 300 --seed 1 DEST

writes DEST/seasontracker, DEST/hugo and DEST/pelican. The same seed and size give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import hugo_site
import pelican_site
import tracker_site
from invent import World, invent_show
from names import outline_shows
from prose import read_language

SITES = {"seasontracker": tracker_site, "hugo": hugo_site, "pelican": pelican_site}


def generate(destination: Path, seasons: int, seed: int) -> int:
    """Write the sites, show by show, and return how many shows there are."""
    world = World(seed, read_language(), outline_shows(seed, seasons))
    for name, site in SITES.items():
        site.write_site(destination / name)
    for outline in world.outlines:
        show = invent_show(world, outline)
        for name, site in SITES.items():
            site.write_show(destination / name, show)
    return len(world.outlines)


def main() -> int:
    """Generate what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("destination", type=Path, metavar="DEST")
    parser.add_argument("--seasons", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.seasons < 1:
        parser.error("--seasons needs a number above 0")
    if options.destination.exists() and any(options.destination.iterdir()):
        parser.error(f"{options.destination} is not empty")
    shows = generate(options.destination, options.seasons, options.seed)
    print(f"wrote {options.seasons} seasons of {shows} shows into {options.destination}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
