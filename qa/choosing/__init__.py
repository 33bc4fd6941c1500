"""Candidates in; which of them answer, and how sure that is, out."""
