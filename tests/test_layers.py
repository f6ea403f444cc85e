"""The modules keep to the table in ``docs/architecture.rst``; importing the library loads neither torch nor stanza."""

from __future__ import annotations

import ast
import graphlib
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
import regex

from tests.samples import ROOT

PACKAGE = ROOT / "quotetrack"
TABLE = ROOT / "docs" / "architecture.rst"
_ROW_RE = regex.compile(
    r"""
    ^\ \ \ \*\ -\ ``(?P<name>\w+)``\n
    \ {5}-\ (?:.|\n)*?\n
    \ {5}-\ (?P<imports>(?:.|\n)*?)(?=\n\ \ \ \*|\n\n)
    """,
    regex.VERBOSE | regex.MULTILINE,
)


def _allowed() -> dict[str, frozenset[str]]:
    """Return what each module may import, as the table says, in its order."""
    found: dict[str, frozenset[str]] = {}
    for row in _ROW_RE.finditer(TABLE.read_text(encoding="utf-8")):
        named = frozenset(regex.findall(r"``(\w+)``", row["imports"]))
        is_all = row["imports"].startswith("all above")
        found[row["name"]] = frozenset(found) - named if is_all else named
    return found


def _imports() -> dict[str, frozenset[str]]:
    """Return what each module of the package imports from the others."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).with_suffix("").parts[0]
        found.setdefault(name, set()).update(set(_imported(ast.parse(path.read_text(encoding="utf-8")))) - {name})
    return {name: frozenset(modules) for name, modules in found.items()}


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            if node.module == "quotetrack":
                names = [f"quotetrack.{alias.name}" for alias in node.names]
            assert node.level == 0, "imports are absolute"
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            if name.startswith("quotetrack."):
                yield name.split(".")[1]


MODULES = sorted({path.relative_to(PACKAGE).with_suffix("").parts[0] for path in PACKAGE.rglob("*.py")})


@pytest.fixture(scope="module")
def imports() -> Mapping[str, frozenset[str]]:
    """What each module imports from the others."""
    return _imports()


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_what_the_table_allows(name: str, imports: Mapping[str, frozenset[str]]) -> None:
    """What a module imports stands in its row of the table."""
    assert [] == sorted(imports[name] - _allowed()[name])


def test_the_table_goes_one_way() -> None:
    """A row of the table names rows above it, and nothing else."""
    allowed = _allowed()
    places = {name: place for place, name in enumerate(allowed)}
    upward = {
        name: sorted(module for module in modules if places[module] >= places[name])
        for name, modules in allowed.items()
    }

    assert {name: [] for name in allowed} == upward


def test_no_module_imports_in_a_circle() -> None:
    """Within a package, too, no module imports one that imports it, by whatever way."""
    paths = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in PACKAGE.rglob("*.py")}
    named = {name.removesuffix(".__init__"): path for name, path in paths.items()}
    graph = {
        name: set(_modules_imported(ast.parse(path.read_text(encoding="utf-8")), named)) for name, path in named.items()
    }

    assert set(named) == set(graphlib.TopologicalSorter(graph).static_order())


def _modules_imported(tree: ast.Module, named: Mapping[str, Path]) -> Iterator[str]:
    """Yield the modules, not only the packages, from which a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None and node.module.startswith("quotetrack"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in named else node.module


def _loaded_by(code: str, path: Path) -> Mapping[str, bool]:
    asked = ("torch", "stanza", "rich", "numpy", "jsonlines")
    code = f"import sys\n{code}\nprint(*(name for name in {asked!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=path)
    return {name: name in done.stdout.split() for name in asked}


def test_importing_the_library_loads_nothing_heavy() -> None:
    """Importing the library and making a tracker load neither the parser nor the terminal library."""
    expected = dict.fromkeys(("torch", "stanza", "rich", "numpy", "jsonlines"), False)

    assert expected == _loaded_by("import quotetrack; quotetrack.Tracker(); quotetrack.StanzaParser().name", ROOT)
