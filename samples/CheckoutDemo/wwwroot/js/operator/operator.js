// The operator's page. It is read again every few seconds, and after everything that was done.
import "./texts.js";
import { byId, show } from "../dom.js";
import { speak, t } from "../language.js";
import { attention } from "./attention.js";
import { breaks, events, reconcileButton } from "./books.js";
import { isOpen } from "./dialog.js";
import { figures } from "./figures.js";
import { orders } from "./orders.js";
import { desk } from "./server.js";
import { sentence } from "./told.js";

let read = null, seen = "";

async function refresh(told) {
  try {
    read = await desk();
    await render();
    if (told?.done !== false) show(byId("op-error"), false);
  } catch {
    told = { done: false, text: t("opNoAnswer") };
  }
  if (told && !isOpen()) tell(told);
}

// What is done, and what was asked for and is still to be heard of, stands apart from what was not done.
function tell(told) {
  const words = sentence(told);
  byId("op-told").textContent = told.done ? words : "";
  show(byId("op-told"), told.done && words !== "");
  if (told.done) return;
  byId("op-error").textContent = words;
  show(byId("op-error"), true);
}

async function render() {
  if (!read) return;
  const waiting = read.attention.length + read.breaks.length;
  byId("op-lead").textContent = waiting ? t("opLeadBusy", { count: waiting }) : t("opLeadCalm");
  figures(read.figures);
  attention(read.attention, refresh);
  await orders(read.orders, refresh);
  breaks(read.breaks, refresh);
  events(read.events, refresh);
}

// Nothing is drawn anew under the operator's hands: only when something changed and no dialog is open.
async function watch() {
  const now = await desk().catch(() => null);
  const { now: _, ...counts } = now?.figures ?? {};
  const print = JSON.stringify({ ...now, figures: counts });
  if (now && !isOpen() && print !== seen) await refresh();
  if (now) seen = print;
  setTimeout(watch, 3000);
}

reconcileButton(refresh);
speak(render);
watch();
