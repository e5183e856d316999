"""One number: its own question, its address, and sentences that know their numbers."""
