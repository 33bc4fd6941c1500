"""A Japanese input method, played by the browser's own events of composition."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

NOTE_ENTERS = "addEventListener('keydown', key => (window.composing ??= []).push(key.isComposing), true)"
PROCESSED, ENTER = 229, 13
"""The key codes that Enter has during a composition: Safari's and Windows', Chromium's own."""

SAFARI = "box => box.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', keyCode: 229, bubbles: true}))"


def compose(page: "Page", box: "Locator", text: str) -> None:
    """Composes a text in a box and ends the composition with Enter, as an input method does."""
    box.click()
    page.evaluate(NOTE_ENTERS)
    keys = page.context.new_cdp_session(page)
    whole = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
    keys.send("Input.imeSetComposition", whole)
    for code in (PROCESSED, ENTER):
        key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": code}
        keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
        keys.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
    keys.send("Input.insertText", {"text": text})
    box.evaluate(SAFARI)
    assert True in page.evaluate("window.composing"), "no key was pressed during the composition"
