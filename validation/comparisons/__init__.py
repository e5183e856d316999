"""What a rule of agreement is made of: what it compares, what it finds, and its words."""
