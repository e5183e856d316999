"""What counts were compared with each other, what came of it, and what was judged."""
