"""Fixtures that tests of several packages share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.bundled_folder import write_folder
from embeddings.packed import read_packed
from tenkyo.settings import Settings
from tests.kept_parsers import keeping_parsers
from tests.tiny_encoder import TinyEncoder
from tests.tiny_model import packed_bytes


@pytest.fixture(scope="session", autouse=True)
def kept_parsers() -> Iterator[None]:
    """Runs of all tests of a session share their parsing processes."""
    with keeping_parsers():
        yield


@pytest.fixture
def tiny_encoder() -> TinyEncoder:
    """An encoder that needs no model."""
    return TinyEncoder()


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model of a few kilobytes, for what loads one by its path."""
    folder = tmp_path_factory.mktemp("tiny") / "model"
    folder.mkdir()
    packed = folder.parent / "packed.bin"
    packed.write_bytes(packed_bytes())
    write_folder(folder, read_packed(packed), lambda done, total: None)
    return folder


@pytest.fixture(scope="session")
def kept_of_samples(pytestconfig: pytest.Config) -> Path:
    """The folder of what was read and encoded of the samples in sessions before."""
    return pytestconfig.cache.mkdir("samples-library")


@pytest.fixture(scope="session")
def samples_library(tmp_path_factory: pytest.TempPathFactory, kept_of_samples: Path) -> Settings:
    """A library of the samples by the bundled model; its tests share the xdist group samples-library."""
    from tests.samples_library import make_samples_library

    return make_samples_library(tmp_path_factory.mktemp("samples") / "library", kept_of_samples)
