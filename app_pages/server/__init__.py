"""The server around the pages: HTML shell, headers, compression, start."""
