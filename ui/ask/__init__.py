"""質問: the page that answers, or says that nothing does."""
