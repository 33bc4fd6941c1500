"""A question in; what it is about and what it asks for out."""
