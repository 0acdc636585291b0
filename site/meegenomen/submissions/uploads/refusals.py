class Refused(Exception):  # noqa: N818  a refusal is an answer to the visitor, not a fault of ours
    """Says in the visitor's words why a file is not taken."""
