"""What the budget allows, and what is measured: printed, never asserted, since machines differ."""
