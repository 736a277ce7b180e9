// Creates one element: h("p", { class: "words" }, "text", child).
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export const byId = id => document.getElementById(id);

export function show(element, visible) {
  element.hidden = !visible;
}

// Keeps the existing nodes if the new ones are equal, so that they keep the focus and a click that has started ends on the same node.
export function put(parent, ...nodes) {
  if (nodes.length === parent.childNodes.length && nodes.every((node, index) => node.isEqualNode(parent.childNodes[index]))) return;
  parent.replaceChildren(...nodes);
}
