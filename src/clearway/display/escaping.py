"""Templates whose values are escaped as Jinja escapes them, but come as plain texts where nothing was to be escaped.

Jinja marks each value as safe, one by one, though what it is joined into is marked as a whole: on a large page that is
done thousands of times, and took as long as all else that its template does.
"""

from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape


def escaped(value: Any) -> str:
    """A value as HTML may hold it."""
    if type(value) is str and not ("&" in value or "<" in value or ">" in value or "'" in value or '"' in value):
        return value
    return escape(value)


class _Escaping(CodeGenerator):
    """Writes templates that escape what they put out by `escaped`."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """A whole template, which knows `escaped`."""
        self.writeline("from clearway.display.escaping import escaped")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: "CodeGenerator._FinalizeInfo") -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Templates(Environment):
    """Jinja's environment, of such templates."""

    code_generator_class = _Escaping
