"""Words that open clauses or join them."""

from __future__ import annotations

from typing import Final

from quotetrack.lexicon import load

SUBORDINATORS: Final = frozenset(
    "dass daß ob weil obwohl obgleich obschon wenngleich wenn falls sofern soweit solange sobald nachdem bevor ehe"
    " seitdem damit sodass indem wobei zumal wohingegen sooft als während bis seit da wie".split()
)
"""Words that open a clause with its verb at the end; those after *zumal* have other uses too."""
INTERROGATIVES: Final = frozenset(
    "wer wen wem wessen was wann wo wohin woher warum weshalb wieso weswegen wie wieviel inwieweit inwiefern wozu womit"
    " wofür wogegen worin woran worauf wovon wonach wodurch worüber worum wovor welche welcher welches welchen welchem"
    " ob demzufolge derzufolge denenzufolge".split()
)
RELATIVE_ADVERBS: Final = frozenset("wobei wonach demzufolge derzufolge denenzufolge".split())
"""Those that open no question: *eine Studie, | derzufolge die Zahl steigt*."""
CALLED: Final = frozenset({"heißt", "heisst", "hieß", "hiess"})
"""Forms of *heißen*, behind which a name or what is said follows."""
INFINITIVE_OPENERS: Final = frozenset("um ohne statt anstatt außer".split())
RELATIVE_PRONOUNS: Final = frozenset(
    "der die das den dem des denen deren dessen welcher welche welches welchen welchem was wer wo woher wohin".split()
)
DATIVE_RELATIVES: Final = frozenset("dem der denen welchem welcher welchen".split())
GOVERNED_RELATIVES: Final = DATIVE_RELATIVES | frozenset("den die das welche".split())
"""Relative pronouns that a preposition governs: *in dem*, *über die*."""
RELATIVES_OF_ONE: Final = frozenset("der die dem den deren dessen".split())
"""Relative pronouns that take up somebody; *das* takes up only a noun such as *Mädchen*."""
ARTICLE_FORMS: Final = frozenset("der die das den dem des deren dessen".split())
"""Relative pronouns that at the start of a sentence are articles or demonstratives."""
PRONOUNS: Final = frozenset("er sie es man wir ich".split())
COORDINATORS: Final = frozenset("und oder aber doch denn sondern sowie jedoch".split())
OPENERS: Final = frozenset("„‚»«›‹")
JUDGING: Final = {
    "nennen": "", "finden": "", "bezeichnen": "als", "werten": "als", "betrachten": "als", "ansehen": "als",
    "abtun": "als", "erachten": "", "halten": "für", "einstufen": "als",
}  # fmt: skip
"""Verbs of judging, with the word that leads to the predicate: with *es* they have a clause (*hält es für falsch*)."""


def names_act(form: str) -> bool:
    """Say whether a noun in small letters names an act of speaking, in the singular or plural.

    >>> names_act("befürchtungen")
    True
    """
    nouns = load("act_nouns")
    return form in nouns or any(form.endswith(end) and form.removesuffix(end) in nouns for end in ("n", "en", "e", "s"))
