"""Policy files of every kind, read into paragraphs."""
