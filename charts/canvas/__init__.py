"""What every figure is drawn on: colours, layout, titles, hover words, credit."""
