"""Words to the reader: translation, numbers and days in words, plain text."""
