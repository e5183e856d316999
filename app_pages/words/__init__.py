"""Words on pages: sentences, facts and tables whose numbers are links."""
