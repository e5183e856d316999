"""What is missing, and how long verification takes."""
