// The pages of the other origins, in frames. Messages are sent to exactly one origin, and only answers from that origin are accepted.
import { h } from "../dom.js";

const patience = 15_000;

export function frame(origin, label) {
  const element = h("iframe", { src: `${origin}/frame.html`, title: label, "data-testid": `frame-${label}` });
  const loaded = new Promise(resolve => element.addEventListener("load", resolve, { once: true }));
  return { element, origin, loaded };
}

export async function askIn({ element, origin, loaded }, run, path, body) {
  await loaded;
  return new Promise(resolve => {
    const stop = seen => {
      removeEventListener("message", hear);
      clearTimeout(tired);
      resolve(seen);
    };
    const hear = event => {
      if (event.source === element.contentWindow && event.origin === origin && event.data.run === run) stop(event.data.seen);
    };
    const tired = setTimeout(() => stop({ error: "no-answer" }), patience);
    addEventListener("message", hear);
    element.contentWindow.postMessage({ run, path, body }, origin);
  });
}
