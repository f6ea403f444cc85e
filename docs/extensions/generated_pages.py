"""Directives that write parts of pages from the code, so that they are true: rules, options, the schema."""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from quotetrack.cli import status
from quotetrack.cli.extraction import parser
from quotetrack.explanation import SILENCES
from quotetrack.passages import rules as passage_rules
from quotetrack.presets import PRESETS
from quotetrack.quotes.rules import RULES
from quotetrack.records import json_schema
from quotetrack.speakers.ways import UNNAMED, WAYS


class Generated(SphinxDirective):
    """A directive whose content is made by the code."""

    has_content = False

    def lines(self) -> Iterable[str]:
        """Return the reStructuredText of the directive."""
        raise NotImplementedError

    def run(self) -> list[nodes.Node]:
        """Parse the lines as if they stood in the page."""
        parent = nodes.section()
        parent.document = self.state.document
        self.state.nested_parse(StringList(list(self.lines()), source=self.env.docname), 0, parent)
        return parent.children


class RuleList(Generated):
    """``.. rules::`` lists the rules in their order, each with an example."""

    def lines(self) -> Iterator[str]:
        """Return a definition list of the rules."""
        for rule in RULES:
            yield f"``{rule.name}``"
            yield f"    {rule.says}"
            yield ""
            for line in rule.example.splitlines():
                yield f"    | {line}"
            yield ""


class PassageRuleList(Generated):
    """``.. passage-rules::`` lists the rules that class marked passages, in their order."""

    def lines(self) -> Iterator[str]:
        """Return a list of the rules with the first sentence of each."""
        for rule in passage_rules.RULES:
            says = " ".join((rule.__doc__ or "").partition("\n\n")[0].split())
            yield f"#. ``{rule.__name__}``: {says}"


class PresetList(Generated):
    """``.. presets::`` lists the presets."""

    def lines(self) -> Iterator[str]:
        """Return a definition list of the presets."""
        for preset in PRESETS.values():
            yield f"``{preset.name}``"
            yield f"    {preset.says}"
            yield ""


class SilenceList(Generated):
    """``.. silences::`` lists the reasons why a verb of saying reports nothing."""

    def lines(self) -> Iterator[str]:
        """Return a definition list of the silences."""
        for name, says in SILENCES.items():
            yield f"``{name}``"
            yield f"    {says[0].upper()}{says[1:]}."
            yield ""


class WayList(Generated):
    """``.. ways::`` lists the ways from a mention to a name."""

    def lines(self) -> Iterator[str]:
        """Return a definition list of the ways."""
        return _definitions(WAYS)


class UnnamedList(Generated):
    """``.. reasons-without-name::`` lists the reasons for which a record has no name."""

    def lines(self) -> Iterator[str]:
        """Return a definition list of the reasons."""
        return _definitions(UNNAMED)


def _definitions(said: Mapping[str, str]) -> Iterator[str]:
    for name, says in said.items():
        yield f"``{name}``"
        yield f"    {says}"
        yield ""


class OptionList(Generated):
    """``.. command-options::`` lists the options of the command line, as its ``--help`` does."""

    def lines(self) -> Iterator[str]:
        """Return a definition list of the options."""
        for action in parser()._actions:
            if action.option_strings:
                yield f"``{', '.join(action.option_strings)}{_argument(action)}``"
                yield f"    {(action.help or '').replace('%%', '%')}"
                yield ""


def _argument(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.metavar is not None:
        return f" {action.metavar}"
    return f" {'|'.join(action.choices)}" if action.choices and len(list(action.choices)) < 5 else " NAME"


class StatusTable(Generated):
    """``.. exit-statuses::`` lists the exit statuses with what they mean."""

    def lines(self) -> Iterator[str]:
        """Return a table of the statuses, made from the comments below the constants."""
        yield from (".. list-table::", "   :widths: 10 90", "")
        tree = ast.parse(Path(status.__file__).read_text(encoding="utf-8")).body
        for statement, comment in pairwise(tree):
            match statement, comment:
                case ast.AnnAssign(value=ast.Constant(value=number)), ast.Expr(value=ast.Constant(value=meaning)):
                    yield from _row(str(number), str(meaning))


class SchemaTable(Generated):
    """``.. record-schema:: [PART]`` lists the fields of a record, or of a part of it, as the JSON Schema has them."""

    optional_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {}

    def lines(self) -> Iterator[str]:
        """Return a table of fields, types and meanings."""
        schema = json_schema()
        part = schema["$defs"][self.arguments[0]] if self.arguments else schema
        yield from (".. list-table::", "   :header-rows: 1", "   :widths: 18 30 52", "")
        yield from _row("field", "value", "meaning")
        for name, field in part["properties"].items():
            yield from _row(f"``{name}``", _values(field), str(field.get("description", "")))


def _row(*cells: str) -> Iterator[str]:
    for place, cell in enumerate(cells):
        yield f"   {'*' if place == 0 else ' '} - {cell}"


def _values(field: Mapping[str, Any]) -> str:
    """Return what a field may hold, in words."""
    if "$ref" in field:
        return field["$ref"].rpartition("/")[2]
    if "const" in field:
        return f"``{field['const']}``"
    if "enum" in field:
        return ", ".join("null" if value is None else f"``{value}``" for value in field["enum"])
    if "anyOf" in field:
        return " or ".join(sorted((_values(choice) for choice in field["anyOf"]), key=lambda name: name == "null"))
    if field.get("type") == "array":
        return f"list of {_values(field['items'])}" if "items" in field else "list"
    kind = field.get("type", "any")
    return kind if isinstance(kind, str) else " or ".join(kind)


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the directives known to Sphinx."""
    app.add_directive("rules", RuleList)
    app.add_directive("passage-rules", PassageRuleList)
    app.add_directive("presets", PresetList)
    app.add_directive("record-schema", SchemaTable)
    app.add_directive("silences", SilenceList)
    app.add_directive("ways", WayList)
    app.add_directive("reasons-without-name", UnnamedList)
    app.add_directive("command-options", OptionList)
    app.add_directive("exit-statuses", StatusTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
