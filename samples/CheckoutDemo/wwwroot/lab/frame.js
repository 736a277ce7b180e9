// A page on another origin. At the request of the laboratory it calls the shop and reports the result to the laboratory.
// It accepts messages only from the shop's own pages, calls only the origin of the sender, and answers to exactly that origin.
import { ask } from "./ask.js";

const shops = fetch("/shops").then(answer => answer.json());

addEventListener("message", async event => {
  if (event.source !== parent || !(await shops).includes(event.origin)) return;
  const { run, path, body } = event.data;
  if (typeof run !== "string" || typeof path !== "string") return;
  const seen = await ask(new URL(path, event.origin), body);
  document.getElementById("state").textContent = seen.error ?? `HTTP ${seen.status}`;
  event.source.postMessage({ run, seen }, event.origin);
});

document.getElementById("origin").textContent = location.origin;
