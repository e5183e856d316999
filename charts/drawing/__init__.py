"""Charts without a browser: what a finished chart shows, as shapes and labels with their places."""
