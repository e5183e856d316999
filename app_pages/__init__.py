"""What does the reader see? Streamlit, and nothing else."""
