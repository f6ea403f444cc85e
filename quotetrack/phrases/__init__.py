"""Noun phrases as an editor would mark them: article, attributes and appositions in, relative clauses out.

The head and its branches come from the tree; what stands right beside the phrase and cannot be anything else (a name
after its title, a party in brackets) is taken in, wherever a small parser has put it.
"""

from quotetrack.phrases.branches import case_of, is_within_attribute
from quotetrack.phrases.genitives import noun_of_article
from quotetrack.phrases.neighbours import without_issue
from quotetrack.phrases.noun_classes import is_medium, is_statement, is_time, works_for_medium
from quotetrack.phrases.noun_phrases import mention_span, noun_phrase

__all__ = [
    "case_of",
    "is_medium",
    "is_statement",
    "is_time",
    "is_within_attribute",
    "mention_span",
    "noun_of_article",
    "noun_phrase",
    "without_issue",
    "works_for_medium",
]
