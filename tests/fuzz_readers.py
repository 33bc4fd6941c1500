"""Damaged files for every reader: `python -m tests.fuzz_readers --cases 10000 --minutes 10`.

Each case is a good file with a few faults, chosen by a seed, read (and where it is an archive, unpacked) as
the program does it. A case fails where the parser crashes, hangs, raises anything but its own refusal, or
leaves a file where none belongs.
"""

import argparse
import io
import random
import re
import shutil
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import Limits, ParserProcess, UnreadableFile
from corpus.reading import READERS
from index.runs.archives import ARCHIVES
from tests.fuzz_seeds import made_files

SECONDS, MEGABYTES = 60, 1536
ODD_BYTES = (
    b"\x00",
    b"\xff",
    b"\x80",
    b"\x1b$B",
    b"<",
    b"&",
    b"\xef\xbb\xbf",
    b"\t" * 50,
    b"(" * 200,
    b"<a>" * 500,
)
ODD_NUMBERS = (b"0", b"-1", b"1", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e308")
FAULTS = re.compile(r"the reader failed on it|the parser (?:crashed|ended)|took longer than")


@dataclass(frozen=True)
class Seed:
    """A good file to damage."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Failure:
    """A case that did what no case may."""

    case: int
    name: str
    what: str


def damaged(seed: Seed, others: Sequence[Seed], rng: random.Random) -> bytes:
    """The seed's bytes with one to four faults; in a zip package mostly inside one of its members."""
    if seed.data.startswith(b"PK") and rng.random() < 0.75:
        return _with_damaged_member(seed.data, others, rng)
    return _damaged_bytes(seed.data, others, rng)


def _damaged_bytes(data: bytes, others: Sequence[Seed], rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 4)):
        data = rng.choice(FAULT_KINDS)(data, others, rng)
    return data


def _with_damaged_member(data: bytes, others: Sequence[Seed], rng: random.Random) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        chosen = rng.choice(package.namelist())
        for name in package.namelist():
            content = package.read(name)
            made.writestr(name, _damaged_bytes(content, others, rng) if name == chosen else content)
    return buffer.getvalue()


def _place(data: bytes, rng: random.Random) -> int:
    return rng.randrange(len(data) + 1)


def flip(data: bytes, others: Sequence[Seed], rng: random.Random) -> bytes:
    """Some bits turned."""
    changed = bytearray(data)
    for _ in range(min(len(changed), rng.choice((1, 8, 64)))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def cut_out(data: bytes, others: Sequence[Seed], rng: random.Random) -> bytes:
    """A stretch missing."""
    start = _place(data, rng)
    return data[:start] + data[start + rng.choice((1, 16, 1024, len(data))) :]


def repeat(data: bytes, others: Sequence[Seed], rng: random.Random) -> bytes:
    """A stretch many times over."""
    start = _place(data, rng)
    return (
        data[:start]
        + data[start : start + rng.choice((4, 64, 512))] * rng.choice((2, 50, 400))
        + data[start:]
    )


def put_in(data: bytes, others: Sequence[Seed], rng: random.Random) -> bytes:
    """Bytes that mean something to some parser."""
    start = _place(data, rng)
    return data[:start] + rng.choice(ODD_BYTES) + data[start:]


def splice(data: bytes, others: Sequence[Seed], rng: random.Random) -> bytes:
    """A stretch of another file."""
    other = rng.choice(others).data
    start, from_ = _place(data, rng), _place(other, rng)
    return data[:start] + other[from_ : from_ + rng.choice((64, 4096))] + data[start:]


def renumber(data: bytes, others: Sequence[Seed], rng: random.Random) -> bytes:
    """Another number in the place of one."""
    near = _place(data, rng)
    match = re.compile(rb"\d+").search(data, near) or re.search(rb"\d+", data)
    return data[: match.start()] + rng.choice(ODD_NUMBERS) + data[match.end() :] if match else data


FAULT_KINDS: tuple[Callable[[bytes, Sequence[Seed], random.Random], bytes], ...] = (
    flip,
    cut_out,
    repeat,
    put_in,
    splice,
    renumber,
)


def run(seeds: Sequence[Seed], folder: Path, first: int = 0) -> Iterator[Failure | None]:
    """One case after the other, without end: None where all is well."""
    limits = Limits(seconds=SECONDS, memory_megabytes=MEGABYTES)
    given, taken_out = folder / "given", folder / "taken out"
    case = first
    with ParserProcess(limits) as parser:
        while True:
            rng = random.Random(case)
            seed = rng.choice(seeds)
            given.mkdir()
            taken_out.mkdir()
            path = given / seed.name
            path.write_bytes(damaged(seed, seeds, rng))
            what = _fault(parser, path, taken_out)
            shutil.rmtree(taken_out)
            path.unlink()
            given.rmdir()
            left = sorted(each.name for each in folder.iterdir())
            yield Failure(case, seed.name, what or f"left {left}") if what or left else None
            case += 1


def _fault(parser: ParserProcess, path: Path, folder: Path) -> str:
    try:
        if path.suffix in ARCHIVES:
            members = parser.unpack(path, folder).members
            if strays := [name for name in members if not _is_within(folder / name, folder)]:
                return f"members out of their folder: {strays}"
        if path.suffix in READERS:
            parser.split(path, path.name)
    except UnreadableFile as refusal:
        return refusal.reason if FAULTS.search(refusal.reason) else ""
    except Exception as error:  # what the caller must never see
        return f"{type(error).__name__}: {error}"
    return ""


def _is_within(path: Path, folder: Path) -> bool:
    return path.is_file() and not path.is_symlink() and path.resolve().is_relative_to(folder.resolve())


def read_seeds(folders: Sequence[Path], largest: int = 400_000) -> list[Seed]:
    """The small files of folders."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return [Seed(path.name, path.read_bytes()) for path in files if path.stat().st_size <= largest]


def main() -> None:
    """Runs until so many cases and so many minutes are over; exits 1 where one failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=10_000)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--seeds", type=Path, nargs="*", default=[], help="folders of more good files")
    given = options.parse_args()
    seeds = [Seed(name, data) for name, data in made_files().items()] + read_seeds(given.seeds)
    kinds = Counter(Path(seed.name).suffix for seed in seeds)
    print(f"{len(seeds)} seeds: {dict(kinds)}; none of {sorted({*READERS} - {*kinds})}", flush=True)
    started, failures = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        for done, failure in enumerate(run(seeds, Path(folder), given.first), 1):
            if failure:
                failures += 1
                print(f"case {failure.case}: {failure.name}: {failure.what}", flush=True)
            spent = (time.monotonic() - started) / 60
            if done >= given.cases and spent >= given.minutes:
                break
    print(f"{done:,} cases in {spent:.1f} minutes, {failures} failures")
    raise SystemExit(failures > 0)


if __name__ == "__main__":
    main()
