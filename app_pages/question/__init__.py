"""What the reader asks: widgets, the page's address, the day of knowledge."""
