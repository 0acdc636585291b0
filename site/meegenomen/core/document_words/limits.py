"""How much is read of a document, and what that may cost."""

MOST_BYTES = 20_000_000  # of the file
MOST_UNPACKED = 100_000_000  # of what is packed in it
MOST_PAGES = 300  # of a pdf
MOST_CHARACTERS = 100_000  # some forty pages; what comes after is not found
CPU_SECONDS = 15
SECONDS = 60  # on a clock; who comes to this is kept waiting by others, and tried again
MEMORY = 768_000_000  # bytes of address space
