"""The process that opens workbooks from outside: it reads their questions, and writes what is filled in.

Started by `tenkyo.sheets.apart`, with limits of memory and processor time, which it sets itself. Arguments:
`read WORKBOOK QUESTIONS.json` or `write WORKBOOK FILLING.json RESULT.xlsx`. A refusal goes to stdout as JSON.
"""

import csv
import io
import json
import sys
import warnings
from pathlib import Path
from typing import Any

import openpyxl
from pydantic import TypeAdapter

from corpus import UnreadableFile
from corpus.formats.office_package import OfficePackage, open_office_package
from corpus.formats.text_encodings import decode
from corpus.formats.workbook.package import part_pieces
from corpus.reader import MEGABYTE, Limits
from tenkyo.packs.cells import write_text
from tenkyo.sheets.questions import MOST_COLUMNS, MOST_ROWS, find_questions
from tenkyo.sheets.types import AskedSheet, Filling, SheetError
from tenkyo.sheets.writing import fill_in

try:
    import resource
except ImportError:  # not on Windows, where only the caller's clock limits a file
    resource = None  # type: ignore[assignment]

LIMITS = Limits(seconds=60, memory_megabytes=1024, file_megabytes=20)
ASKED = TypeAdapter(AskedSheet)
FILLING = TypeAdapter(Filling)
_DOCUMENT_TYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def main() -> None:
    """Does what the arguments say; whatever goes wrong becomes a refusal."""
    _limit()
    warnings.simplefilter("ignore")
    done, source, *files = sys.argv[1:]
    try:
        if done == "read":
            _read(Path(source), Path(files[0]))
        else:
            _write(Path(source), Path(files[0]), Path(files[1]))
    except SheetError as error:
        print(json.dumps({"fault": error.fault, "message": str(error)}))
    except MemoryError:
        print(json.dumps({"fault": "too_large", "message": "it takes more memory than one sheet may"}))
    except Exception as error:  # openpyxl raises many kinds for damaged files
        message = f"it is no sheet that can be read ({type(error).__name__})"
        print(json.dumps({"fault": "not_a_sheet", "message": message}))


def _read(source: Path, target: Path) -> None:
    asked = find_questions(open_sheet(source, values=True))
    target.write_bytes(ASKED.dump_json(asked))


def _write(source: Path, filling: Path, target: Path) -> None:
    book = open_sheet(source, values=False)
    asked = find_questions(open_sheet(source, values=True))
    fill_in(book, asked, FILLING.validate_json(filling.read_bytes()))
    book.save(target)


def open_sheet(source: Path, *, values: bool) -> Any:
    """The workbook; `values` for what its formulas gave last, instead of the formulas."""
    data = source.read_bytes()
    if source.suffix == ".csv":
        return _book_of_csv(data)
    try:
        _check_package(open_office_package(data, "Excel", LIMITS))
    except UnreadableFile as refusal:
        fault = "encrypted" if "encrypted" in refusal.reason else "not_a_sheet"
        raise SheetError(fault, refusal.reason) from refusal  # type: ignore[arg-type]
    return openpyxl.load_workbook(
        io.BytesIO(data), data_only=values, rich_text=not values, keep_links=False, keep_vba=False
    )


def _check_package(package: OfficePackage) -> None:
    """Raise SheetError where a part declares a document type: office programs write none."""
    for name in package.names.values():
        if name.lower().endswith((".xml", ".rels")):
            before = b""
            for piece in part_pieces(package.package, name):
                if any(mark in before + piece for mark in _DOCUMENT_TYPES):
                    raise SheetError("not_a_sheet", "its XML declares a document type")
                before = piece[-64:]


def _book_of_csv(data: bytes) -> Any:
    text = decode(data)
    csv.field_size_limit(1_000_000)
    first = text[:4096]
    delimiter = "\t" if first.count("\t") > first.count(",") else ","
    book = openpyxl.Workbook()
    for row, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
        if row > MOST_ROWS or len(values) > MOST_COLUMNS:
            raise SheetError("too_many_rows", f"the file has more than {MOST_ROWS:,} rows")
        for column, value in enumerate(values, 1):
            if value:
                write_text(book.active.cell(row, column), value)
    return book


def _limit() -> None:
    if resource is not None:
        most = LIMITS.memory_megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (int(LIMITS.seconds), int(LIMITS.seconds)))


if __name__ == "__main__":
    main()
