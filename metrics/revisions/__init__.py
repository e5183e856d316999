"""What a number was on an earlier day, what it is now, and because of what."""
