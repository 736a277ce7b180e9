// The operators' page. It is read again every few seconds and after every action.
import { attention } from "./attention.js";
import { breaks, events, figures, reconcileButton, report } from "./reconciliation.js";
import { isOpen, showUser } from "./dialog.js";
import { byId, show } from "./dom.js";
import { sentence } from "./format.js";
import { speak, t } from "./language.js";
import { orders } from "./orders.js";
import { desk, SignedOut } from "./server.js";

let read = null, seen = "";

async function refresh(told, now) {
  try {
    read = now ?? await desk();
    await render();
    if (told?.done !== false) show(byId("error"), false);
  } catch (failure) {
    told = { done: false, outcome: failure instanceof SignedOut ? "signed-out" : "page-unanswered" };
  }
  if (told && !isOpen()) tell(told);
}

// An action that is done, or whose outcome is still pending, is shown apart from one that failed.
function tell(told) {
  const words = sentence(told);
  byId("told").textContent = told.done ? words : "";
  show(byId("told"), told.done && words !== "");
  if (told.done) return;
  byId("error").textContent = words;
  show(byId("error"), true);
}

async function render() {
  if (!read) return;
  const waiting = read.attention.length + read.breaks.length;
  byId("lead").textContent = waiting ? t("leadBusy", { count: waiting }) : t("leadCalm");
  showUser(read.user);
  figures(read.figures, read.hasHandlers);
  attention(read.attention, refresh);
  await orders(read.orders, refresh);
  breaks(read.breaks, refresh);
  events(read.events, read.hasHandlers, refresh);
  report();
}

// The page is redrawn only when something has changed and no dialog is open, so that nothing moves while the operator is working.
async function watch() {
  let now = null;
  try {
    now = await desk();
  } catch (failure) {
    if (!isOpen()) tell({ done: false, outcome: failure instanceof SignedOut ? "signed-out" : "page-unanswered" });
  }
  const { now: _, ...counts } = now?.figures ?? {};
  const print = JSON.stringify({ ...now, figures: counts });
  if (now && !isOpen() && print !== seen) await refresh(undefined, now);
  if (now && !isOpen()) seen = print;
  setTimeout(watch, 3000);
}

reconcileButton(refresh);
speak(render);
watch();
