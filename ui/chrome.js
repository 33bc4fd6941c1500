// Streamlit's own controls in the language of the screen. Whole phrases alone, texts in its own controls alone:
// no document's text is ever touched.
window.tenkyoPhrases = new Map(Object.entries({phrases}));
if (!window.tenkyoTranslate) {
  const TEXTS = ["stMainMenuPopover", "stSkipToContent", "stHeader", "stFileUploader", "stDialog"].map((id) => `[data-testid=${id}]`).join();
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];
  const OURS = "[data-testid=stHtml]";

  const put = (value, say) => {
    const said = window.tenkyoPhrases.get(value?.trim());
    if (said !== undefined && said !== value) say(said);
  };
  const putText = (text) => {
    if (text.parentElement?.closest(TEXTS) && !text.parentElement.closest(OURS)) put(text.data, (said) => { text.data = said; });
  };
  const putAttributes = (element) => {
    if (element.closest(OURS)) return;
    for (const name of ATTRIBUTES) put(element.getAttribute(name), (said) => element.setAttribute(name, said));
  };
  window.tenkyoTranslate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) putText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) putText(texts.currentNode);
    [root, ...root.querySelectorAll(ATTRIBUTES.map((name) => `[${name}]`).join())].forEach(putAttributes);
  };
  const follow = (change) =>
    change.type === "childList" ? change.addedNodes.forEach(window.tenkyoTranslate)
      : change.type === "attributes" ? putAttributes(change.target) : putText(change.target);
  new MutationObserver((changes) => changes.forEach(follow)).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES,
  });
}
window.tenkyoTranslate(document.body);
