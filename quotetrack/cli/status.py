"""How the command line ends: the exit status says what became of the articles."""

from typing import Final

SUCCESS: Final = 0
"""All articles were processed."""

SOME_FAILED: Final = 1
"""Some articles failed; each was named, the others were processed."""

UNUSABLE: Final = 2
"""Nothing was done: the usage is wrong, or the model or the output cannot be used."""

INTERRUPTED: Final = 130
"""Somebody pressed Ctrl-C; shells count so."""

CLOSED_PIPE: Final = 141
"""Nobody read the output any longer; shells count so."""
