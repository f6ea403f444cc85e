"""What the command line says on standard error, a line each."""

from __future__ import annotations

import sys
from typing import Final

import regex

_UNPRINTABLE_RE: Final = regex.compile(r"[\p{Cc}\p{Cs}\u2028\u2029]")


def complain(message: str) -> None:
    """Say on standard error, in a line, what went wrong."""
    sys.stderr.write(f"quotetrack: {in_a_line(message)}\n")
    sys.stderr.flush()


def in_a_line(message: str) -> str:
    r"""Return a message with control characters and line ends spelled out: it may quote a file name or an article.

    >>> in_a_line("not in a\nline")
    'not in a\\nline'
    """
    return _UNPRINTABLE_RE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), message)
