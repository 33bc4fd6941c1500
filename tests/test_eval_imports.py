"""`import eval` would shadow the builtin in a module: only `from eval.x import y` is allowed."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
OURS = ("corpus", "embeddings", "eval", "index", "qa", "samples", "tenkyo", "tests", "ui")


def test_no_module_shadows_the_builtin_eval() -> None:
    for path in (ROOT / "app.py", *(path for package in OURS for path in (ROOT / package).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.asname or alias.name.split(".")[0] for alias in node.names]
                assert "eval" not in names, f"{path} line {node.lineno} binds the name eval"
