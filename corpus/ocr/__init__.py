"""Pictures of pages in, their text with its places out."""
