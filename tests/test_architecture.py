"""Imports point down only, each library has one home, and nothing happens at import."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
PACKAGE = SOURCE / "seasontracker"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

LAYERS = (
    {"codec", "dates", "diagnostics", "clock", "project", "rows"},
    {"sources"},
    {"models"},
    {"tracking"},
    {"site"},
    {"wording"},
    {"checks", "pages", "exports", "media", "schemas"},
    {"output"},
    {"pipeline"},
    {"editing", "devserver"},
    {"cli"},
)
"""Bottom to top; a package imports itself and what is below it."""

WITHIN_A_LAYER = {("exports", "pages"), ("codec", "rows")}
"""Arrows between packages of one layer: what is on the left imports what is on the right."""

HOMES = {
    "yaml": {"sources"},
    "frontmatter": {"sources"},
    "pydantic": {"models"},
    "pydantic_core": {"models"},
    "markdown": {"pages.markdown"},
    "nh3": {"pages.markdown"},
    "jinja2": {"pages", "exports"},
    "icalendar": {"exports"},
    "PIL": {"media"},
    "resvg_py": {"media"},
    "brotli": {"output"},
    "httpx": {"checks"},
    "ruamel": {"editing"},
    "sqlite3": {"output"},
    "click": {"cli"},
    "rich": {"cli", "diagnostics"},
    "babel": {"wording"},
    "starlette": {"devserver"},
    "uvicorn": {"devserver"},
    "watchfiles": {"devserver"},
}
READS_THE_TIME = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.strftime",
}
MOST_LINES = 300


def dotted(path: Path) -> str:
    """Return a module's name without `seasontracker.`; empty for the package itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def top(module: str) -> str:
    """Return the package or top module that a module belongs to."""
    return module.split(".", maxsplit=1)[0]


def layer(name: str) -> int:
    """Return the height of a package, counted from the bottom."""
    return next(height for height, names in enumerate(LAYERS) if name in names)


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of every module that is imported anywhere in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import on line {node.lineno}"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(node: ast.expr) -> str:
    """Return what a call calls as its last two names, such as `date.today`."""
    return ".".join(ast.unparse(node).split(".")[-2:])


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    """Return the syntax tree of every module."""
    return {dotted(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def test_architecture_has_a_layer_for_every_package(trees: dict[str, ast.Module]) -> None:
    """A new package needs a place in the order."""
    known = {name for names in LAYERS for name in names}

    assert {top(module) for module in trees} - known <= {"", "__main__"}


def test_architecture_imports_point_down(trees: dict[str, ast.Module]) -> None:
    """No module imports from a package that is above its own or beside it."""
    wrong = []
    for module, tree in trees.items():
        own = top(module)
        for imported in set(imports(tree)):
            _, _, inside = imported.partition("seasontracker.")
            other = top(inside)
            if not inside or own in ("", "__main__", other) or not _is_module(other):
                continue
            allowed = layer(other) < layer(own) or (own, other) in WITHIN_A_LAYER
            if not allowed:
                wrong.append(f"{module} imports {imported}")

    assert sorted(wrong) == []


def test_architecture_one_library_one_home(trees: dict[str, ast.Module]) -> None:
    """A library is imported in its home only."""
    wrong = [
        f"{module} imports {imported}"
        for module, tree in trees.items()
        for imported in set(imports(tree))
        if (homes := HOMES.get(top(imported)))
        and not any(f"{module}.".startswith(f"{home}.") for home in homes)
    ]

    assert sorted(wrong) == []


def test_architecture_only_the_clock_reads_the_time(trees: dict[str, ast.Module]) -> None:
    """No module but `clock` asks what day it is."""
    wrong = [
        f"{module}:{node.lineno} calls {called(node.func)}"
        for module, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node.func) in READS_THE_TIME
    ]

    assert [found for found in wrong if not found.startswith("clock:")] == []


def test_architecture_prints_in_cli_only(trees: dict[str, ast.Module]) -> None:
    """No module but those of `cli` prints."""
    wrong = [
        f"{module}:{node.lineno}"
        for module, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node.func) == "print" and top(module) != "cli"
    ]

    assert wrong == []


def test_architecture_nothing_happens_at_import(trees: dict[str, ast.Module]) -> None:
    """The top of a module defines things; it runs no statement for its effect."""
    allowed = (
        ast.Import,
        ast.ImportFrom,
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
        ast.Assign,
        ast.AnnAssign,
    )
    wrong = [
        f"{module}:{node.lineno}"
        for module, tree in trees.items()
        for node in tree.body
        if not isinstance(node, allowed) and not _is_harmless(node)
    ]

    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_architecture_module_is_short_and_says_what_it_holds(path: Path) -> None:
    """Every module has a docstring and no more than 300 lines."""
    text = path.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= MOST_LINES


def test_architecture_every_module_can_be_imported_alone() -> None:
    """Importing any module works, so that no two of them need each other first."""
    for path in MODULES:
        name = dotted(path)
        if name != "__main__":
            importlib.import_module(f"seasontracker.{name}".rstrip("."))


def _is_harmless(node: ast.stmt) -> bool:
    """A docstring, `if TYPE_CHECKING`, `if __name__ == ...`, or a library that may be missing."""
    if isinstance(node, ast.Try):
        inside = [*node.body, *(line for handler in node.handlers for line in handler.body)]
        return all(isinstance(line, ast.Import | ast.ImportFrom | ast.Assign) for line in inside)
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'")
    return False


def _is_module(name: str) -> bool:
    return any(name in names for names in LAYERS)
