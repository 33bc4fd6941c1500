"""An archive in, the files in it out."""
