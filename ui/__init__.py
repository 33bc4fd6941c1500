"""What is found in, pages on the screen out (Streamlit)."""
