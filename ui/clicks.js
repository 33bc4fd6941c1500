// What the buttons do that stand in the app's own HTML. A document's text is here only ever data.
if (!window.tenkyoClicks) {
  window.tenkyoClicks = true;

  const copied = async (text) => {
    if (window.isSecureContext && navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch { /* refused: the older way below may still be allowed */ }
    }
    const area = document.createElement("textarea");
    const before = document.activeElement;
    area.value = text;
    area.readOnly = true;
    area.style.cssText = "position: fixed; opacity: 0";
    document.body.append(area);
    area.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    } finally {
      area.remove();
      before?.focus();
    }
  };

  const copy = async (button) => {
    const said = button.nextElementSibling;
    said.textContent = (await copied(button.dataset.copy)) ? button.dataset.done : button.dataset.failed;
    clearTimeout(button.forget);
    button.forget = setTimeout(() => { said.textContent = ""; }, 4000);
  };

  const openCard = (name) => {
    const card = document.querySelector(`.st-key-card-${CSS.escape(name)}`);
    if (!card) return;
    if (!document.querySelector(`.st-key-page-${CSS.escape(name)}-turn`))
      document.querySelector(`.st-key-open-${CSS.escape(name)} button`)?.click();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-copy], button[data-card], button[data-sidebar]");
    if (!button) return;
    if (button.dataset.copy !== undefined) copy(button);
    else if (button.dataset.card) openCard(button.dataset.card);
    else document.querySelector('[data-testid="stExpandSidebarButton"]')?.click();
  });
}
