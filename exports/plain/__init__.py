"""Pages of plain HTML, which need neither scripts nor an open connection: to read, to present, to keep."""
