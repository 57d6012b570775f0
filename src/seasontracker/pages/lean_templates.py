"""What templates are compiled to: the same as Jinja's own, by a shorter way.

Of the time that a page takes, Jinja spends the most on asking whether a macro wants the context,
and on making markup of text that is joined to a page the next moment.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import markupsafe
from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


class LeanContext(Context):
    """Calls macros without asking them what they want to be given."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro, or whatever else a template calls."""
        if type(called) is not Macro:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        wants_more = called.caller or called.catch_kwargs or called.catch_varargs
        if wants_more or kwargs or len(args) != len(called.arguments):
            return called(self.eval_ctx, *args, **kwargs)
        text = called._func(*args)
        return str.__new__(Markup, text) if self.eval_ctx.autoescape else text


class LeanTemplate(Template):
    """A template that others import from; all see the same globals."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        # Jinja looks for globals that only the importing template has.
        return super()._get_default_module()


class LeanCode(CodeGenerator):
    """Escapes what is printed into plain text."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self.writeline(f"from {__name__} import escaped")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        # What Jinja does where there is no such attribute is left to it.
        self.write("(found if (found := getattr((holder := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing")
        self.write(f" else environment.getattr(holder, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escaped(")


def escape_slowly(text: str) -> str:
    """Return text escaped as MarkupSafe escapes it."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;")
        .replace('"', "&#34;")
    )


# What its `escape` makes markup of, which here would be joined to a page the next moment. Nobody
# promises that it is there; it looks at each character once, in C.
escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape_slowly)


def escaped(value: Any) -> str:
    """Return what is printed for a value: markup as it is, and all else escaped."""
    if type(value) is str:
        return escape_text(value)
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else escape(value)
