"""Run as a program: forks a child that refreshes a library for every line it reads, and tells how far it is.

Forking spares each round the start of Python, and one parsing process the start of a second, so that the kill
falls into the work itself.
"""

import json
import os
import sys
from pathlib import Path

from index import refresh
from tests.tiny_encoder import TinyEncoder


def tell(stage: str, done: int, total: int, name: str = "", /) -> None:
    print(f"{stage} {done}/{total}", flush=True)


def main() -> None:
    while line := sys.stdin.readline():
        data, source = map(Path, json.loads(line))
        child = os.fork()
        if child == 0:
            print(f"child {os.getpid()}", flush=True)
            refresh(data, [source], TinyEncoder(), progress=tell, processes=1)
            os._exit(0)
        # Reaped only when told to: until then its number belongs to it, and a kill can hit no other process.
        sys.stdin.readline()
        os.waitpid(child, 0)
        print("\nended", flush=True)  # on a line of its own: the kill may have cut one short


if __name__ == "__main__":
    main()
