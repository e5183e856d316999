"""Is it sound? Tables in, findings out; the only reader of data/."""
