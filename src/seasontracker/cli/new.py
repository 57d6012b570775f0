"""`seasontracker new`: a show, a season, a theory or a claim."""

from __future__ import annotations

import click

from seasontracker.cli.new_claim import claim
from seasontracker.cli.new_pages import season, show, theory

new = click.Group(
    "new",
    commands=(show, season, theory, claim),
    help="Write a new show, season, theory or claim.\n\n"
    "On a terminal, what is not given is asked for. Nothing is ever written over.",
)
