"""XML elements with text that any reader takes: characters that XML forbids are left out."""

import re
from xml.etree import ElementTree as Tree

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(parent: Tree.Element | None, name: str, text: str | None = None, **attributes: str) -> Tree.Element:
    """A new element inside another, or a first one."""
    clean = {key: FORBIDDEN.sub("", value) for key, value in attributes.items()}
    made = Tree.Element(name, clean) if parent is None else Tree.SubElement(parent, name, clean)
    made.text = FORBIDDEN.sub("", text) if text is not None else None
    return made


def document(root: Tree.Element) -> bytes:
    """The whole file."""
    Tree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{Tree.tostring(root, encoding="unicode")}\n'.encode()
