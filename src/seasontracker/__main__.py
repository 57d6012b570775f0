"""Run `python -m seasontracker` as the installed command."""

from seasontracker.cli import run

if __name__ == "__main__":
    run()
