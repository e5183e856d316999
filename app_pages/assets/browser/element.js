// Elements, and the server's messages (component.py): JSON in bytes.

export const decoded = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

// An element with its properties and children; text only ever goes in as text.

export function element(tag, properties = {}, children = []) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
