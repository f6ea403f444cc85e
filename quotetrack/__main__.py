"""``python -m quotetrack`` is the command ``quotetrack``."""

from quotetrack.cli import run

if __name__ == "__main__":
    run()
