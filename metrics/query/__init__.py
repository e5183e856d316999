"""A question, its days and periods, what makes it invalid, and what is cached."""
