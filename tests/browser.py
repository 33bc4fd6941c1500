"""A real Chromium and the real app, for the tests that need both."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TENKYO = (sys.executable, "-c", "from tenkyo.cli import main; main()")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """The path of Chromium. Without one the test is skipped, or fails where CI is set."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        absent = "no Chromium on this machine; on Debian: apt-get install chromium libatomic1"
        if os.environ.get("CI"):
            pytest.fail(absent)
        pytest.skip(absent)
    return found


@dataclass(frozen=True, slots=True)
class Served:
    """The app as it is served: its address, the folder of its library, its process."""

    address: str
    data: Path
    process_id: int


@contextmanager
def serving(data: Path, command: Sequence[str] = (*TENKYO, "serve")) -> Iterator[Served]:
    """The app over a library, on a free port of this machine; all that it writes stays in the folder that
    holds the library's."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "TENKYO_DATA": str(data),
        "TENKYO_PORT": str(port),
        "TENKYO_HOST": "127.0.0.1",
        "STREAMLIT_SERVER_PORT": str(port),
        "TENKYO_PEOPLE": str(data.parent / "people"),
        "TENKYO_CONFIG": str(data.parent / "tenkyo.toml"),
    }
    with (data.parent / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_until_served(address, server)
            yield Served(address, data, server.pid)
        finally:
            server.terminate()
            server.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_served(address: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    """Returns when the app answers; raises RuntimeError where it ends or stays silent."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the app does not answer at {address} (exit code {server.poll()})")
