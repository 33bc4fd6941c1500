"""axe-core, the checker of accessibility, in the page that a browser shows."""

import os
from typing import TYPE_CHECKING

import pytest

from tests.browser import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = ("serious", "critical")


def axe() -> str:
    """The script of axe-core. Without it the test is skipped, or fails where CI is set."""
    if not SCRIPT.is_file():
        absent = "axe-core is not installed: npm ci --prefix tests"
        if os.environ.get("CI"):
            pytest.fail(absent)
        pytest.skip(absent)
    return SCRIPT.read_text(encoding="utf-8")


def grave_faults(page: "Page") -> list[str]:
    """What axe-core calls serious or critical on the page as it is shown now, one line a fault; all rules."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe() + ";0")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{fault['id']}: {fault['help']}: {node['target']} {node['html'][:200]}"
        for fault in found
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]
