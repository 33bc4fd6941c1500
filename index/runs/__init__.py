"""Files and folders in, a library that holds them out."""
