"""Indexing from the command line: bars while it goes on, a report when it is done, once or until stopped."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tenkyo.settings import Settings

if TYPE_CHECKING:
    from index.types import IndexReport
    from tenkyo.assembly import Refresher

STOPPED = "tenkyo: stopped; what was read is kept, and the same command goes on from there"


def index_sources(settings: Settings, sources: Sequence[Path]) -> "IndexReport":
    """Brings the library up to date once, and prints the report."""
    from tenkyo.assembly import library_refresher

    return _index_once(library_refresher(settings), sources)


def watch_sources(settings: Settings, sources: Sequence[Path]) -> None:
    """Keeps the library up to date until it is interrupted; a report after each change."""
    from tenkyo.assembly import library_refresher
    from tenkyo.watching import Watch

    refresher = library_refresher(settings)

    def refresh(changed: Sequence[Path]) -> None:
        _index_once(refresher, changed)

    def tell(sentence: str) -> None:
        print(f"tenkyo: {sentence}", file=sys.stderr, flush=True)

    Watch(sources, settings.data, refresh, tell).run()


def _index_once(refresher: "Refresher", sources: Sequence[Path]) -> "IndexReport":
    from tenkyo.progress import progress_bars
    from tenkyo.proof_output import proof_warning
    from tenkyo.reading_output import report_text

    with progress_bars() as progress:
        report = refresher(sources, progress)
    print(report_text(report), flush=True)
    if warning := proof_warning(report.proof):
        print(f"tenkyo: warning: {warning}", file=sys.stderr, flush=True)
    return report
