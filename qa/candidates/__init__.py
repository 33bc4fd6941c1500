"""A question and its hits in, what may answer it out: sentences, cells of tables, fields of forms, lists."""
