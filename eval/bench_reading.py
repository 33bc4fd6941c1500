"""Reading speed: pages a second from PDF to passages on all cores, beside pypdfium2's bare text on one."""

import os
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
LONG = 600


def pdf_files() -> list[Path]:
    """The PDFs to read: the real ones where they are, else the samples."""
    return sorted((BESIDE if BESIDE.is_dir() else SAMPLES).rglob("*.pdf"))


def here(files: Sequence[Path]) -> tuple[float, float]:
    """Digital pages a second, read and split into passages by as many processes as there are cores."""
    processes = os.cpu_count() or 1
    parsers = [ParserProcess(Limits()) for _ in range(processes)]
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
    with ThreadPoolExecutor(processes) as threads:
        pages = sum(threads.map(work, parsers))
    seconds = time.perf_counter() - started
    for parser in parsers:
        parser.close()
    return pages / seconds, processes


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


def longest_file(folder: Path) -> Path:
    """A PDF of LONG pages: those of the first file, again and again."""
    source = pypdfium2.PdfDocument(pdf_files()[0].read_bytes())
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


def main() -> None:
    """Measure and print."""
    files = pdf_files()
    mine, processes = here(files)
    plain = bare(files)
    print(f"reading {len(files)} PDFs, pages a second ({processes} processes; bare: text alone, one process)")
    print(f"{'  from file to passages':38}{mine:10.1f}{plain:10.1f}", flush=True)
    with tempfile.TemporaryDirectory(prefix="tenkyo-bench-") as folder:
        peak = peak_megabytes(longest_file(Path(folder)))
    print(f"{f'  memory for {LONG} pages, MiB':38}{peak:10.0f}", flush=True)


if __name__ == "__main__":
    main()
