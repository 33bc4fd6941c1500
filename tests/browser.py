"""A real Chromium and the real app, for the tests that need both."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
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


def index_documents(folder: Path, data: Path) -> None:
    """Makes a library of a folder with the command line, as its users do."""
    command = [*TENKYO, "index", str(folder), "--data", str(data)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode in (0, 3), done.stderr


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """The app over a library, on a free port of this machine; gives its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {
        "TENKYO_DATA": str(data),
        "TENKYO_PORT": str(port),
        "TENKYO_HOST": "127.0.0.1",
    }
    with (data.parent / "server.log").open("w") as log:
        server = subprocess.Popen([*TENKYO, "serve"], cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            wait_until_served(address, server)
            yield address
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
