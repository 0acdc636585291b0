"""The words in documents, so that search finds them: read apart, once for each file, and kept."""
