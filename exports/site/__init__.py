"""All of it as a folder of files: it opens from a memory stick, and outlives the server."""
