"""Pages that a command makes from files: those of a new site and those of the demonstration."""
