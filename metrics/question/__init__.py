"""What may be asked, and a question as an address."""
