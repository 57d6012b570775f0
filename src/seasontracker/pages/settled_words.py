"""Translates what templates say when they are compiled, since a site has one language.

`{{ _("Source %(number)s", number=cite.number) }}` becomes `Source {{ cite.number }}`, in the words
of the site's language. What a catalogue says is markup where templates escape, as Jinja has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

_FUNCTIONS = frozenset({"_", "gettext"})
_PLACE = re.compile(r"%(?:(%)|\((\w+)\)s)")

Translate = Callable[[str], str]


def settle_words(template: nodes.Template, translate: Translate) -> nodes.Template:
    """Replace a template's messages by what they say; those that count things are left."""
    if any(
        name.ctx != "load" and name.name in _FUNCTIONS for name in template.find_all(nodes.Name)
    ):
        return template  # it has a variable of that name
    _Settling(translate).visit(template)
    return template


class _Settling(NodeTransformer):
    def __init__(self, translate: Translate) -> None:
        self._translate = translate

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802
        """Put a message's words and its values among what is printed."""
        printed: list[nodes.Expr] = []
        for child in node.nodes:
            printed += self._parts(child) or [self.visit(child)]
        node.nodes = printed
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802
        """Replace a message without values, such as a macro's argument."""
        self.generic_visit(node)
        parts = self._parts(node) if not node.kwargs else None
        if parts is None or not all(isinstance(part, nodes.TemplateData) for part in parts):
            return node
        text = nodes.Const("".join(part.data for part in parts), **_place(node))  # type: ignore[attr-defined]
        return nodes.MarkSafeIfAutoescape(text, **_place(node))

    def _parts(self, node: nodes.Expr) -> list[nodes.Expr] | None:
        """Return a message as text and values in turn; None for what is none, or none of ours."""
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return None
        if node.node.name not in _FUNCTIONS or node.dyn_args or node.dyn_kwargs:
            return None
        if len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            return None
        values = {one.key: self.visit(one.value) for one in node.kwargs}
        parts: list[nodes.Expr] = []
        # In turn: text, a doubled percent sign or None, a name or None, text …
        split = _PLACE.split(self._translate(node.args[0].value))
        for text, percent, name in zip(
            split[::3], [*split[1::3], ""], [*split[2::3], ""], strict=True
        ):
            if "%" in text or (name and name not in values):
                return None  # Jinja will say what is wrong with it
            written = text + (percent or "")
            if written:
                parts.append(nodes.TemplateData(written, **_place(node)))
            if name:
                parts.append(values[name])
        return parts


def _place(node: nodes.Node) -> dict[str, Any]:
    return {"lineno": node.lineno, "environment": node.environment}
