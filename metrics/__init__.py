"""What does it say? Query in, Answer out; pure functions."""
