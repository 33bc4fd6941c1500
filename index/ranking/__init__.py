"""What both legs found in, hits out, best first."""
