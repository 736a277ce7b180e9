// The page of one order. PaymentSdk's module queries the shop's server until the outcome is known, and this page shows it.
import { result } from "/payments/checkout.js";
import { byId, put, show } from "./dom.js";
import { language, speak, t } from "./language.js";
import { makeDeposit, sandbox, story as readStory } from "./api.js";
import { settle } from "./cart.js";
import { facts } from "./orderFacts.js";
import { actions } from "./orderActions.js";
import { storyLine } from "./story.js";

let order = null, story = [], shown = "loading", failure = null, opening = false;
let depositsHere = false, depositing = false;

const marks = {
  paid: "good", partlyCanceled: "good", awaitingDeposit: "deposit", loading: "wait", checking: "wait", noAnswer: "wait",
  declined: "stop", failedInWindow: "stop", attention: "ask", notFound: "ask",
};

const watched = result({ checkout: "/#checkout", lang: () => language, onChange: changed });

async function changed(view) {
  ({ order = null, status: shown } = view);
  if (["paid", "awaitingDeposit", "partlyCanceled", "canceled"].includes(shown)) settle(order.purchaseId);
  render();
  if (depositing && shown === "awaitingDeposit") setTimeout(view.look, 1000);
  story = await readStory(view.orderId).catch(() => story);
  render();
}

// Gets a new order id for the same purchase and goes to the checkout page with it.
async function payAgain() {
  if (opening) return;
  opening = true;
  render();
  await watched.payAgain();
  opening = false;
  failure = watched.error ? watched.text : null;
  render();
}

// Simulates the buyer's transfer, because no bank knows a test account. Queries more often until the shop has received the deposit.
async function deposit() {
  depositing = true;
  failure = null;
  render();
  try {
    await makeDeposit(watched.orderId);
  } catch {
    depositing = false;
    failure = t("deposit-failed");
  }
  watched.look();
}

function renderDeposit() {
  const waits = shown === "awaitingDeposit" && order.testMode === true;
  show(byId("order-deposit"), waits);
  byId("order-deposit-text").textContent = waits ? t(depositsHere ? "depositTest" : "depositTestElsewhere") : "";
  show(byId("order-deposit-make"), waits && depositsHere);
  byId("order-deposit-make").disabled = depositing;
}

function render() {
  byId("order").dataset.status = shown;
  byId("order").setAttribute("aria-busy", String(["loading", "checking"].includes(shown)));
  byId("order-mark").dataset.mark = marks[shown] ?? "pause";
  byId("order-title").textContent = t(`order-${shown}`);
  const reason = shown === "declined" ? order.failure?.buyerText?.[language] : null;
  byId("order-words").textContent = reason ?? t(`order-${shown}-text`);
  const rows = order && shown !== "notFound" ? facts(order) : [];
  put(byId("order-facts"), ...rows);
  show(byId("order-facts"), rows.length > 0);
  put(byId("order-actions"), ...actions({ order, shown, opening, payAgain }));
  renderDeposit();
  byId("order-error").textContent = failure ?? "";
  show(byId("order-error"), failure !== null);
  put(byId("order-story"), ...story.map(step => storyLine(step, order.amount.currency)));
  show(byId("order-history"), story.length > 0);
  show(document.querySelector("[data-testid=test-mode]"), order?.testMode === true);
}

byId("order-deposit-make").addEventListener("click", deposit);
speak(render);
sandbox().then(({ deposits }) => {
  depositsHere = deposits === true;
  render();
});
