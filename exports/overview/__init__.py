"""What the first page says and draws, for whoever shows it: the dashboard, and pages without scripts."""
