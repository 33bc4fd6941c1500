"""Fixtures that tests of several packages share."""

import os
import signal
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from embeddings.bundled_folder import write_folder
from embeddings.packed import read_packed
from tenkyo.settings import Settings
from tests.kept_parsers import keeping_parsers
from tests.tiny_encoder import TinyEncoder
from tests.tiny_model import packed_bytes

pytest_plugins = ["tests.browser_fixtures"]


def pytest_configure() -> None:
    """A shell that starts its commands in the background has them ignore Ctrl-C, which tests send."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are no name: a made file holds the second it was made in, and the workers must agree on names."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(scope="session", autouse=True)
def kept_parsers() -> Iterator[None]:
    """Runs of all tests of a session share their parsing processes."""
    with keeping_parsers():
        yield


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Streamlit looks through all installed packages (0.2 s) for every page that a test opens."""
    scanned = cache(manifest_scanner.scan_component_manifests)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", scanned)
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
    """A library of the samples by the bundled model, made once for all workers; nothing may change it."""
    from tests.samples_library import shared_samples_library

    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    return shared_samples_library(folder, kept_of_samples)
