"""Settings in, the assembled application out: command line and app."""
