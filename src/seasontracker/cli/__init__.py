"""The command line: arguments in, an exit code out."""

from seasontracker.cli.main import main, run

__all__ = ["main", "run"]
