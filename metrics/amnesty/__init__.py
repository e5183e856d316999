"""What was announced and what was verified, for each amnesty."""
