"""A library of the samples made with the bundled model, once a session.

What was read and encoded is known by its bytes and its text, so it is kept between sessions in pytest's own
cache; the library itself and its indexes are made anew each time.
"""

import fcntl
import os
import shutil
from pathlib import Path

from index.storage.readings import FILE_NAME as READINGS
from index.storage.vectors import FILE_NAME as VECTORS
from tenkyo.assembly import library_refresher, prepare_model
from tenkyo.settings import Settings, read_settings

SAMPLES = Path(__file__).parents[1] / "samples"
KEPT = (READINGS, VECTORS)


def bring_kept(kept: Path, data: Path) -> None:
    """Makes the folder of a library, with what is kept of the samples in it."""
    data.mkdir(parents=True)
    for name in KEPT:
        if (kept / name).is_file():
            shutil.copyfile(kept / name, data / name)


def make_samples_library(data: Path, kept: Path) -> Settings:
    """The settings that open a new library of the samples in `data`; `kept` holds what is worth keeping."""
    bring_kept(kept, data)
    settings = read_settings(data=data, encoder="bundled")
    prepare_model(settings, lambda *_: None)
    report = library_refresher(settings)([SAMPLES / "documents"], lambda *_: None)
    assert not report.skipped, report.skipped
    for name in KEPT:
        shutil.copyfile(data / name, kept / f"{name}.{os.getpid()}")
        (kept / f"{name}.{os.getpid()}").replace(kept / name)
    return settings


def shared_samples_library(folder: Path, kept: Path) -> Settings:
    """The settings that open the library of the samples in `folder`: the first process to ask makes it, the
    others wait for it."""
    data = folder / "samples" / "library"
    with (folder / "samples.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (data.parent / "made").exists():
            return read_settings(data=data, encoder="bundled")
        settings = make_samples_library(data, kept)
        (data.parent / "made").touch()
        return settings
