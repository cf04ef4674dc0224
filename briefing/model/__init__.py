"""The values every other layer speaks in: articles, annotations and errors.

Nothing here does any work: the classes are frozen, slotted and free of imports beyond the
standard library, so that any layer may hold them and none may change them.
"""
