"""Sheets that offices fill in (review, evaluation, budget request) in; their fields out."""
