"""Descriptions of fictional offices' documents in, the document files and their judged questions out."""
