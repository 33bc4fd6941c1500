"""The program of `tenkyo.index_process`: sources in, lines of JSON with progress and the outcome out."""

import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from index.types import IndexReport
    from tenkyo.progress import ShowProgress

GIVES_WAY = 5
"""How much it gives way to whoever searches meanwhile, as nice(1) counts."""

GONE = "it is not there or empty now; what was indexed of it stays"


def main() -> None:
    """Reads one line, {"data": ..., "sources": [...]}; is interrupted when its standard input ends."""
    out = _keep_for_lines()
    os.nice(GIVES_WAY)
    asked = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_caller, daemon=True).start()

    def tell(**told: object) -> None:
        print(json.dumps(told, ensure_ascii=False), file=out, flush=True)

    def progress(stage: str, done: int, total: int, name: str = "", /) -> None:
        tell(stage=stage, done=done, total=total, name=name)

    # Imported only now: it brings the model's libraries, which take seconds.
    from tenkyo.errors import TenkyoError
    from tenkyo.index_process import REPORTS

    try:
        report = _index(Path(asked["data"]), [Path(source) for source in asked["sources"]], progress)
    except TenkyoError as error:
        tell(english=str(error), japanese=error.japanese)
    else:
        tell(report=REPORTS.dump_python(report, mode="json"))


def _index(data: Path, sources: Sequence[Path], progress: "ShowProgress") -> "IndexReport":
    """The report of a run over the sources that are there; a drive that is gone empties no library."""
    from index.types import Notice
    from tenkyo.assembly import library_refresher
    from tenkyo.errors import TenkyoError
    from tenkyo.settings import read_settings
    from tenkyo.watching import look_at

    there = [source for source in sources if look_at(source, data)]
    gone = tuple(Notice(str(source), GONE) for source in sources if source not in there)
    if not there:
        names = ", ".join(notice.path for notice in gone)
        raise TenkyoError(f"{names}: {GONE}", f"フォルダがないか空です：{names}（索引済みの文書は残ります）")
    report = library_refresher(read_settings(data=data))(there, progress)
    return replace(report, notices=(*gone, *report.notices))


def _keep_for_lines() -> TextIO:
    """Standard output for the lines alone: what libraries print goes to the server's log."""
    out = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out


def _end_with_caller() -> None:
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGINT)


if __name__ == "__main__":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
