"""The questions that a presenter is asked, each with one sentence to say and what it rests on."""
