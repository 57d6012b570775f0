"""Writes the invented shows as a project of seasontracker."""

from __future__ import annotations

from pathlib import Path

from facts import Keys, Season, Show
from prose import wrap
from yaml_out import yaml_text

_SITE: Keys = {
    "title": "Bench",
    "base_url": "https://bench.example/",
    # Who stands behind an invented claim is drawn by lot.
    "checks": {"unofficial-source": "off", "open-theory": "off"},
    "description": "Invented television seasons, written to measure how long a build takes.",
    "language": "en-GB",
    "timezone": "Europe/London",
    # Neither Hugo nor Pelican draws pictures.
    "social_cards": "no",
    "publisher": {"name": "Bench", "url": "https://bench.example/"},
    "authors": {
        "editors": {"name": "The editors"},
        "desk": {"name": "The news desk"},
        "correspondent": {"name": "Zoë Åkerlund", "role": "Correspondent"},
    },
}


def write_site(folder: Path) -> None:
    """Write what is not part of any show."""
    content = folder / "content"
    (content / "shows").mkdir(parents=True)
    (content / "site.yaml").write_text(yaml_text(_SITE), "utf-8")


def write_show(folder: Path, show: Show) -> None:
    """Write one show's folder."""
    into = folder / "content" / "shows" / show.outline.slug
    into.mkdir()
    (into / "show.yaml").write_text(yaml_text(show.keys), "utf-8")
    (into / "sources.yaml").write_text(yaml_text(show.sources), "utf-8")
    register: Keys = {"people": show.people, "characters": show.characters}
    (into / "cast.yaml").write_text(yaml_text(register), "utf-8")
    for season in show.seasons:
        _write_season(into / f"season-{season.number}", season)


def _write_season(into: Path, season: Season) -> None:
    into.mkdir()
    front = yaml_text(season.front_matter)
    (into / "index.md").write_text(f"---\n{front}---\n\n{season.body}", "utf-8")
    (into / "status.yaml").write_text(yaml_text(season.claims), "utf-8")
    (into / "cast.yaml").write_text(yaml_text(season.cast), "utf-8")
    if season.episodes:
        (into / "episodes.yaml").write_text(yaml_text(season.episodes), "utf-8")
    for theory in season.theories:
        folder = into / "theories"
        folder.mkdir(exist_ok=True)
        # A theory's file lies one folder deeper than the article for which its prose was written.
        prose = wrap(theory.text.replace("](../season", "](../../season"))
        text = f"---\n{yaml_text(theory.keys)}---\n{prose}\n"
        (folder / f"{theory.slug}.md").write_text(text, "utf-8")
