"""What a user waits for, in a real Chromium before the real app over a large library.

from Enter to the first hits painted · from a click to the page's picture painted · the server's memory
Each query and each page is another one; the app has been asked a few others before.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from eval.bench_documents import bench_queries

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
WARM_UPS, QUERIES, PAGES = 3, 20, 20
HITS_TARGET, PICTURE_TARGET = 1.0, 0.3
"""Seconds."""

WATCH = """([event, key, found]) => {
  const seen = new Set(document.querySelectorAll("article, [data-testid=stImage] img"));
  const pictures = new Set([...document.querySelectorAll("[data-testid=stImage] img")].map(one => one.src));
  const is_there = {
    hits: () => [...document.querySelectorAll("article.t-hit")].some(hit => !seen.has(hit)),
    picture: () => [...document.querySelectorAll("[data-testid=stImage] img")]
      .some(one => !pictures.has(one.src) && one.complete && one.naturalWidth > 0),
  }[found];
  window.waited = new Promise(resolve => addEventListener(event, function begun(of) {
    if (key && of.key !== key) return;
    removeEventListener(event, begun, true);
    const painted = () => requestAnimationFrame(() => setTimeout(told));
    const told = () => resolve(performance.now() - of.timeStamp);
    const look = () => is_there() ? painted() : requestAnimationFrame(look);
    look();
  }, true));
}"""
"""Counts from the key or the click itself to the frame that shows what was not there before."""


def bench_browser(library: Callable[[], Path]) -> None:
    """Measure and print, or say what is not there to measure with; `library` makes the library's folder."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        chromium = None
    if chromium is None:
        print("in the browser: not measured, as Chromium or playwright is not installed")
        return
    data = library()
    with serving(data) as (address, server), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="ja-JP")
        page.set_default_timeout(60_000)
        page.goto(address)
        queries = bench_queries(WARM_UPS + QUERIES)
        for query in queries[:WARM_UPS]:
            search_seconds(page, query)
        found = [search_seconds(page, query) for query in queries[WARM_UPS:]]
        turned = [turn_seconds(page) for _ in range(PAGES)]
        told = library_size(data)
        memory = peak_megabytes(server.pid)
        browser.close()
    print(f"in Chromium, over {told} (load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")
    print(f"{'':38}{'p50':>10}{'p95':>10}{'target':>10}")
    line("from Enter to the first hits, s", found, HITS_TARGET)
    line("from a click to the page's picture, s", turned, PICTURE_TARGET)
    print(f"{'the most memory of the server, MiB':38}{memory:10.0f}", flush=True)


def search_seconds(page: "Page", query: str) -> float:
    """Seconds from Enter to the first hit of a query."""
    box = page.get_by_role("searchbox")
    box.fill(query)
    return watched(page, ("keydown", "Enter", "hits"), lambda: box.press("Enter"))


def turn_seconds(page: "Page") -> float:
    """Seconds from the click on 次の頁 to the picture of the next page."""
    button = page.get_by_role("button", name="次の頁").first
    return watched(page, ("click", None, "picture"), button.click)


def watched(page: "Page", watch: Sequence[str | None], act: Callable[[], None]) -> float:
    """Seconds that an act takes to show, once the page has come to rest."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.evaluate(WATCH, list(watch))
    act()
    return float(page.evaluate("window.waited")) / 1000


@contextmanager
def serving(data: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The app over a library, on a free port of this machine: its address and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    address = f"http://127.0.0.1:{port}"
    serve = "import sys; from tenkyo.cli import main; sys.argv[1:] = ['serve']; main()"
    with tempfile.TemporaryDirectory(prefix="tenkyo-bench-") as people:
        chosen = {"TENKYO_DATA": str(data), "TENKYO_PORT": str(port), "TENKYO_PEOPLE": people}
        server = subprocess.Popen(
            [sys.executable, "-c", serve],
            cwd=ROOT,
            env=os.environ | chosen,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_until_served(address, server)
            yield address, server
        finally:
            server.terminate()
            server.wait(20)


def wait_until_served(address: str, server: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Returns when the app answers; raises RuntimeError where it ends or stays silent."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310 - this machine
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the app does not answer at {address} (exit code {server.poll()})")


def peak_megabytes(process: int) -> float:
    """The most memory (resident, MiB) that a process and those that it started have taken."""
    folder = Path(f"/proc/{process}")
    status = (folder / "status").read_text(encoding="ascii")
    children = [int(child) for of in folder.glob("task/*/children") for child in of.read_text().split()]
    return float(status.split("VmHWM:")[1].split()[0]) / 1024 + sum(map(peak_megabytes, children))


def library_size(data: Path) -> str:
    """How many passages of how many pages and documents a library holds."""
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "from tenkyo.cli import main; main()",
            "status",
            "--data",
            str(data),
            "--json",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    status = json.loads(told.stdout)
    return (
        f"{status['passages']:,} passages of {status['pages']:,} pages in {status['documents']:,} documents"
    )


def line(name: str, seconds: Sequence[float], target: float) -> None:
    """Print the median and the 95th percentile (nearest rank) beside the target."""
    ordered = sorted(seconds)
    median, high = (ordered[-(-len(ordered) * share // 100) - 1] for share in (50, 95))
    print(f"{name:38}{median:10.2f}{high:10.2f}{target:10.2f}", flush=True)
