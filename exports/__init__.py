"""How is it taken away? Answers as files and as sentences."""
