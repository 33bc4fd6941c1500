"""Every sentence with which corpus/ and index/ say why something is not read, found in their source."""

import ast
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAID_BY = {"UnreadableFile", "SkippedPath", "RefusedName", "_Refused", "_skipped"}
NAMED = {"reason", "refusal"}
LEAST_WORDS = 3


def reason_sentences() -> dict[str, str]:
    """Each sentence, its blanks filled in, with the file that says it."""
    sources = [*(ROOT / "corpus").rglob("*.py"), *(ROOT / "index").glob("*.py")]
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(sources)}
    constants = {name: value for tree in trees.values() for name, value in _constants(tree)}
    found: dict[str, str] = {}
    for path, tree in trees.items():
        for said in [*_said(tree), *(_returned(tree) if "corpus" in path.parts else ())]:
            for sentence in _sentences(said, constants):
                if len(sentence.split()) >= LEAST_WORDS:
                    found.setdefault(sentence, str(path.relative_to(ROOT)))
    return found


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str()) as value):
                yield name, value


def _said(tree: ast.Module) -> Iterator[ast.expr]:
    """What stands where reasons stand: in what is raised or skipped, and under their names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rsplit(".", 1)[-1] in SAID_BY:
            yield from node.args
        elif _named(node) in NAMED:
            assert isinstance(node, ast.keyword | ast.Assign)
            yield node.value
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "unreadable":
                    yield value


def _named(node: ast.AST) -> str | None:
    """The name that a value is given."""
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0])
    return node.arg if isinstance(node, ast.keyword) else None


def _returned(tree: ast.Module) -> Iterator[ast.expr]:
    """The English sentences that functions return."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.returns and "str" in ast.unparse(node.returns):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value and _is_english(inner.value):
                    yield inner.value


def _is_english(value: ast.expr) -> bool:
    """Whether a value is an English sentence, as only reasons are."""
    sentences = list(_sentences(value, {}))
    return bool(sentences) and all(
        each.isascii() and len(each.split()) > LEAST_WORDS and each[:1].isalpha() for each in sentences
    )


def _sentences(value: ast.expr, constants: Mapping[str, ast.expr]) -> Iterator[str]:
    """The sentences that an expression may give."""
    match value:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Name(id=name) if name in constants:
            yield from _sentences(constants[name], constants)
        case ast.IfExp(body=body, orelse=other):
            yield from _sentences(body, constants)
            yield from _sentences(other, constants)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            parts = product(_sentences(left, constants), _sentences(right, constants))
            yield from ("".join(pair) for pair in parts)
        case ast.Call(func=ast.Attribute(value=ast.JoinedStr() as text)):
            yield from _sentences(text, constants)
        case ast.JoinedStr(values=values):
            yield "".join(_filled(part) for part in values)


def _filled(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    spec = ast.unparse(part.format_spec) if part.format_spec else ""
    if "," in spec:
        return "1,234"
    return ".60" if ".2f" in spec else "9"
