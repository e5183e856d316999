"""All that leans on the inner workings of Streamlit."""
