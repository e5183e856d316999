"""Scripts and styles that are ours, and the published Plotly; served under names made from content."""
