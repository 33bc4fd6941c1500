// The keyboard on a page that is drawn anew: Enter belongs to the input method first, and one stays where one was.
if (!window.tenkyoKeyboard) {
  window.tenkyoKeyboard = true;

  // Safari ends a composition before it sends the Enter that ended it, so only the key code 229 ("an input
  // method has this key") tells that Enter from one meant for the form. Streamlit covers the other browsers.
  window.addEventListener("keydown", (event) => {
    if (event.keyCode === 229) event.stopImmediatePropagation();
  }, true);

  // What is pressed may be drawn anew in another place (a card with its page open has two columns). The focus
  // goes from the one that is gone to the new one of the same key.
  const WIDGET = "[data-testid=stElementContainer][class*=st-key-]";
  let held = null;

  const within = (widget, tag) => [...widget.querySelectorAll(tag)];
  document.addEventListener("focusin", ({ target }) => {
    const widget = target.closest(WIDGET);
    held = widget && {
      target,
      tag: target.tagName,
      key: [...widget.classList].find((name) => name.startsWith("st-key-")),
      at: within(widget, target.tagName).indexOf(target),
      visible: target.matches(":focus-visible"),
    };
  });
  document.addEventListener("focusout", ({ target }) => {
    setTimeout(() => { if (held?.target === target && target.isConnected) held = null; });
  });
  document.addEventListener("pointerdown", () => { held = null; }, true);

  new MutationObserver(() => {
    if (!held || held.target.isConnected || document.activeElement !== document.body) return;
    const widget = document.querySelector(`.${CSS.escape(held.key)}`);
    const again = widget && within(widget, held.tag)[held.at];
    again?.focus({ preventScroll: true, focusVisible: held.visible });
  }).observe(document.body, { subtree: true, childList: true });
}
