"""Reading speed: pages a second from PDF to passages in two processes, beside pypdfium2's bare text in one.

`python -m eval.bench_reading [FOLDER]`: the PDFs of a folder, else the real ones, else the samples.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pypdfium2

from corpus import Limits, ParserProcess

SAMPLES = Path(__file__).parents[1] / "samples" / "documents"
BESIDE = Path(__file__).parents[2] / "shared" / "real"
"""Used where it is: real documents in the folder beside the project."""
PROCESSES = 2
LONG = 600
"""Pages of the file that memory is measured with."""


def pdf_files(folder: Path | None = None) -> list[Path]:
    """The PDFs to read: those of the folder, else the real ones where they are, else the samples."""
    return sorted((folder or (BESIDE if BESIDE.is_dir() else SAMPLES)).rglob("*.pdf"))


def here(files: Sequence[Path]) -> float:
    """Digital pages a second, read and split into passages by two processes."""
    parsers = [ParserProcess(Limits()) for _ in range(PROCESSES)]
    waiting = sorted(files, key=lambda path: -path.stat().st_size)

    def work(parser: ParserProcess) -> int:
        pages = 0
        while waiting:
            path = waiting.pop(0)
            split = parser.split(path, path.name)
            pages += sum(page.read_by == "text" for page in split.parsed.pages)
        return pages

    for parser in parsers:  # a process that has read one file has loaded what it needs
        parser.split(files[0], files[0].name)
    started = time.perf_counter()
    with ThreadPoolExecutor(PROCESSES) as threads:
        pages = sum(threads.map(work, parsers))
    seconds = time.perf_counter() - started
    for parser in parsers:
        parser.close()
    return pages / seconds


def bare(files: Sequence[Path]) -> float:
    """Pages a second of pypdfium2's own text, in this process."""
    started, pages = time.perf_counter(), 0
    for path in files:
        document = pypdfium2.PdfDocument(path.read_bytes())
        for page in document:
            textpage = page.get_textpage()
            textpage.get_text_range()
            textpage.close()
            page.close()
            pages += 1
        document.close()
    return pages / (time.perf_counter() - started)


def page_count(path: Path) -> int:
    """How many pages a PDF has."""
    with pypdfium2.PdfDocument(path.read_bytes()) as document:
        return len(document)


def longest_file(source_file: Path, folder: Path) -> Path:
    """A PDF of LONG pages: those of a file, again and again."""
    source = pypdfium2.PdfDocument(source_file.read_bytes())
    made = pypdfium2.PdfDocument.new()
    while len(made) < LONG:
        made.import_pages(source, list(range(min(len(source), LONG - len(made)))))
    made.save(folder / "long.pdf")
    return folder / "long.pdf"


def peak_megabytes(path: Path) -> float:
    """The most memory (resident, MiB) that the process which reads and splits a file takes."""
    with ParserProcess(Limits()) as parser:
        parser.split(path, path.name)
        status = Path(f"/proc/{parser.process_id}/status").read_text(encoding="ascii")
    return float(status.split("VmHWM:")[1].split()[0]) / 1024


def bench_reading(files: Sequence[Path]) -> None:
    """Measure and print."""
    mine, plain = here(files), bare(files)
    print(f"reading {len(files)} PDFs, digital pages a second ({PROCESSES} processes; bare: text alone, one)")
    print(f"{'  from file to passages':38}{mine:10.1f}{plain:10.1f}", flush=True)
    with tempfile.TemporaryDirectory(prefix="tenkyo-bench-") as folder:
        peak = peak_megabytes(longest_file(max(files, key=page_count), Path(folder)))
    print(f"{f'  memory for {LONG} pages, MiB':38}{peak:10.0f}", flush=True)


if __name__ == "__main__":
    bench_reading(pdf_files(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
