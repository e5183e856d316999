"""A figure on a page, with its table, words, documents and downloads."""
