"""Findings of audit reports as records; a draft finding in, the nearest ones with what they share out."""
