// Creates an element: h("p", { class: "words" }, "text", child).
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = id => document.getElementById(id);

export function show(element, visible) {
  element.hidden = !visible;
}

// A button that is disabled while its action runs, so that pressing it twice acts once.
export function button(text, id, press, isFirst = false) {
  const made = h("button", { type: "button", class: isFirst ? "button first" : "button", "data-testid": id }, text);
  made.addEventListener("click", async () => {
    made.disabled = true;
    try {
      await press();
    } finally {
      made.disabled = false;
    }
  });
  return made;
}
