"""`python -m samples.build [--out DIR]` writes every sample document; the same sources give the same bytes."""

from __future__ import annotations

import argparse
from pathlib import Path

from samples.sources import DOCUMENTS

DOCUMENTS_FOLDER = Path(__file__).parent / "documents"


def build_documents(folder: Path) -> list[Path]:
    """Writes all documents into `folder`, made where it is missing, and returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, write in DOCUMENTS.items():
        path = folder / name
        write(path)
        paths.append(path)
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m samples.build", description=__doc__)
    parser.add_argument("--out", type=Path, default=DOCUMENTS_FOLDER, help="folder to write into")
    for path in build_documents(parser.parse_args().out):
        print(f"{path.stat().st_size:>9,}  {path.name}")


if __name__ == "__main__":
    main()
