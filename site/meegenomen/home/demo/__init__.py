from .load import load_demo

__all__ = ["load_demo"]
