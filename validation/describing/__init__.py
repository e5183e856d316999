"""What is generated from models, rules and tables, and how findings are printed."""
