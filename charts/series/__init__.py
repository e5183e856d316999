"""The rows of an answer as lines and bars over time, with events, breaks and words."""
