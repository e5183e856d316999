"""What all pages share: the list of pages, heading, notices, footer."""
