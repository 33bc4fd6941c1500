"""検索: the page that finds passages."""
