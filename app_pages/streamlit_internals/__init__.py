"""All that leans on Streamlit's inner workings; README.md lists each piece, and the test that tells of it."""
