"""評価: how good search and answers are, and what people judged themselves."""
