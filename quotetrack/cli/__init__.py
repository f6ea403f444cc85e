"""The command line: files and streams in, records out.

``quotetrack [OPTIONS] PATH...`` extracts; a first argument that is the name of a command runs that instead (a file of
that name is given as ``./NAME``). A command is a module with ``parser()`` and ``execute(options)``, entered in
:data:`COMMANDS`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from quotetrack.cli.messages import complain
from quotetrack.cli.status import CLOSED_PIPE, INTERRUPTED, UNUSABLE
from quotetrack.errors import QuotetrackError

EXTRACTION: Final = "quotetrack.cli.extraction"
COMMANDS: Final[dict[str, str]] = {
    "explain": "quotetrack.cli.explain",
    "link": "quotetrack.cli.link",
    "timeline": "quotetrack.cli.timeline",
    "track": "quotetrack.cli.track",
}
"""The commands by name, each with its module, which is imported when the command is used."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return the exit status.

    What it means is in :mod:`quotetrack.cli.status`.

    Raises:
        SystemExit: with status 2 for a usage error, with 0 after ``--help`` and ``--version``.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if words and words[0] in COMMANDS:
            return _execute(COMMANDS[words[0]], words[1:])
        return _execute(EXTRACTION, words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_standard_output()
        return CLOSED_PIPE
    except (QuotetrackError, OSError) as error:
        complain(str(error))
        return UNUSABLE


def _execute(module: str, words: list[str]) -> int:
    command = import_module(module)
    status: int = command.execute(command.parser().parse_intermixed_args(words))
    return status


def _let_go_of_standard_output() -> None:
    """Keep the interpreter from complaining, on its way out, that nobody reads what is left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def run() -> None:
    """Run the command line of this process and end it with the exit status."""
    sys.exit(main())
