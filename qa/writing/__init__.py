"""Chosen candidates in, an Answer with its citations out."""
