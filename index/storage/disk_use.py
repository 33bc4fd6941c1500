"""A library's folder in, the room it takes on the disk out."""

from pathlib import Path


def bytes_on_disk(data: Path) -> int:
    """The size of all files of a library; a file with two names counts once."""
    sizes: dict[tuple[int, int], int] = {}
    for path in data.rglob("*"):
        try:
            found = path.stat()
        except FileNotFoundError:
            continue
        if path.is_file():
            sizes[found.st_dev, found.st_ino] = found.st_size
    return sum(sizes.values())
