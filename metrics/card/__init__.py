"""All that defends one number."""
