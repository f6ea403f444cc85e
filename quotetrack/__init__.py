"""Who said what in German news."""

from quotetrack._version import __version__

__all__ = ["__version__"]
