"""A workbook from outside in, its questions out, and back with what is filled in; all in another process."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path, PurePath

from pydantic import TypeAdapter

from corpus.reader import MEGABYTE
from tenkyo.sheets.types import AskedSheet, Filling, SheetError

LARGEST = 20 * MEGABYTE
"""The largest sheet that is taken, in bytes."""
SUFFIXES = (".xlsx", ".csv")
SECONDS = 90
"""The longest that opening and writing a sheet may take."""
_ROOT = Path(__file__).parents[2]
_ASKED = TypeAdapter(AskedSheet)
_FILLING = TypeAdapter(Filling)


def read_questions(data: bytes, name: str) -> AskedSheet:
    """The questions in a workbook or CSV file of that name. Raises SheetError."""
    with tempfile.TemporaryDirectory(prefix="tenkyo-sheet-") as folder:
        source, target = _source(Path(folder), data, name), Path(folder) / "questions.json"
        _run("read", source, target)
        return _ASKED.validate_json(target.read_bytes())


def write_filled(data: bytes, name: str, filling: Filling) -> bytes:
    """The same workbook (of a CSV file a workbook) with what is filled in. Raises SheetError."""
    with tempfile.TemporaryDirectory(prefix="tenkyo-sheet-") as folder:
        source, target = _source(Path(folder), data, name), Path(folder) / "filled.xlsx"
        told = Path(folder) / "filling.json"
        told.write_bytes(_FILLING.dump_json(filling))
        _run("write", source, told, target)
        return target.read_bytes()


def _source(folder: Path, data: bytes, name: str) -> Path:
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise SheetError(
            "not_a_sheet", f"sheets are {' and '.join(SUFFIXES)} files, this is {suffix or name}"
        )
    if len(data) > LARGEST:
        raise SheetError("too_large", f"it is larger than {LARGEST // MEGABYTE} MiB")
    source = folder / f"sheet{suffix}"
    source.write_bytes(data)
    return source


def _run(done: str, *files: Path) -> None:
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    try:
        ended = subprocess.run(
            [sys.executable, "-P", "-m", "tenkyo.sheets.worker", done, *map(str, files)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise SheetError("too_large", f"it takes longer than {SECONDS} seconds to open") from error
    if ended.stdout.strip():
        told = json.loads(ended.stdout)
        raise SheetError(told["fault"], told["message"])
    if ended.returncode or not files[-1].is_file():
        raise SheetError("not_a_sheet", f"opening it ended with code {ended.returncode}")
