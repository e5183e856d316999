"""Paper and pictures: what a question answers, set on a page by Typst."""
