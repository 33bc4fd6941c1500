"""What may import what; held by reading the imports themselves."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

MAY_IMPORT = {
    "corpus": set(),
    "embeddings": set(),
    "index": {"corpus", "embeddings"},
    "qa": {"corpus", "index"},
    "eval": {"corpus", "index", "qa"},
    "tenkyo": {"corpus", "embeddings", "index", "qa", "eval"},
    "ui": {"tenkyo"},
    "app": {"tenkyo", "ui"},
    "samples": set(),
}
OURS = set(MAY_IMPORT)
LAYERS = {
    "index": ("text", "understanding", "legs", "storage", "ranking", "proof", "runs"),
    "qa": ("asking", "candidates", "choosing", "writing", "comparing", "precedents"),
}
"""Each imports of its package only what stands before it, the package's types and its errors."""
TYPES_FOR_THE_SCREEN = {
    "corpus.types",
    "index.types",
    "index.understanding.understood",
    "qa.comparing.types",
    "qa.precedents.types",
    "qa.types",
}
TIMES_THE_PARTS = {
    ("eval/bench.py", "embeddings"),
    ("eval/bench.py", "tenkyo"),
    ("eval/bench_library.py", "embeddings"),
}
OPENS_LIBRARIES = {(f"eval/{name}_fitting.py", "tenkyo") for name in ("refusal", "answer")}


def modules() -> list[Path]:
    return [
        ROOT / "app.py",
        *(path for package in sorted(OURS) for path in sorted((ROOT / package).rglob("*.py"))),
    ]


def imported_names(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_its_package_may(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    package = path.stem if path.parent == ROOT else place.split("/")[0]
    allowed = MAY_IMPORT[package] | {package}
    for name in imported_names(path):
        top = name.split(".")[0]
        if top not in OURS or top in allowed or (place, top) in TIMES_THE_PARTS | OPENS_LIBRARIES:
            continue
        if package in {"ui", "app"} and name in TYPES_FOR_THE_SCREEN:
            continue
        pytest.fail(f"{place} imports {name}; {package} may import {sorted(MAY_IMPORT[package])}")


@pytest.mark.parametrize("package", LAYERS)
def test_a_package_is_built_in_layers(package: str) -> None:
    for place, layer in enumerate(LAYERS[package]):
        below = {f"{package}.{each}" for each in (*LAYERS[package][: place + 1], "types", "errors")}
        for path in (ROOT / package / layer).rglob("*.py"):
            for name in imported_names(path):
                if name.split(".")[0] == package:
                    assert ".".join(name.split(".")[:2]) in below, f"{path} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_read_or_written_as_a_pickle(path: Path) -> None:
    assert not {"pickle", "dill", "cloudpickle", "joblib", "shelve"} & {
        name.split(".")[0] for name in imported_names(path)
    }


def test_the_packages_to_install_are_listed_one_by_one() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(settings["tool"]["setuptools"]["packages"])
    packages = {
        path.parent for name in OURS - {"app", "samples"} for path in (ROOT / name).rglob("__init__.py")
    }
    assert listed == {".".join(package.relative_to(ROOT).parts) for package in packages}
    assert "Private :: Do Not Upload" in settings["project"]["classifiers"]


def test_every_package_listed_exists_and_tests_are_flat() -> None:
    assert all((ROOT / package / "__init__.py").exists() for package in OURS - {"app", "samples"})
    assert not (ROOT / "tests" / "__init__.py").exists()
    assert not [path for path in (ROOT / "tests").rglob("test_*.py") if path.parent != ROOT / "tests"]
