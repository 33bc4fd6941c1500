"""With the network cut off (an empty network namespace), the installed product works as it does with one."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TENKYO = (sys.executable, "-c", "from tenkyo.cli import main; main()")
CUT_OFF = ("unshare", "--net", "--map-root-user")


def cut_off(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CUT_OFF, *TENKYO, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture(scope="module", autouse=True)
def _namespaces() -> None:
    if not shutil.which("unshare") or subprocess.run([*CUT_OFF, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody make a network namespace (unshare --net)")


@pytest.mark.model
def test_indexing_and_searching_ask_nothing_of_a_network(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "指針.txt").write_text(
        "三層の対策とは、庁内の通信を三つに分けることをいう。", encoding="utf-8"
    )
    data = str(tmp_path / "library")
    indexed = cut_off("index", str(tmp_path / "in"), "--data", data)
    assert indexed.returncode == 0, indexed.stderr
    found = cut_off("search", "ネットワークを分離する対策", "--data", data, "--json")
    assert found.returncode == 0, found.stderr
    assert "三層の対策" in json.loads(found.stdout)["hits"][0]["text"]


def test_the_namespace_has_no_network() -> None:
    reach = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=2)"
    done = subprocess.run(
        [*CUT_OFF, sys.executable, "-c", reach], capture_output=True, text=True, check=False
    )
    assert "unreachable" in done.stderr
