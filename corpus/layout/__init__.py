"""Characters with their places on a page in, lines in reading order and the cells of tables out."""
