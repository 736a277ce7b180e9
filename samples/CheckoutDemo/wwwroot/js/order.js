// The page of one order. It asks the shop's server until the outcome is known.
import { byId, show } from "./dom.js";
import { hasText, language, speak, t } from "./language.js";
import { Problem, makeDeposit, openAgain, order as findOrder, sandbox, story as readStory } from "./api.js";
import { settle } from "./cart.js";
import { facts } from "./orderFacts.js";
import { actions } from "./orderActions.js";
import { shownAs } from "./orderStatus.js";
import { storyLine } from "./story.js";

const orderId = decodeURIComponent(location.pathname.split("/").pop());
let order = null, story = [], shown = "loading", failure = null, opening = false;
let depositsHere = false, depositing = false, timer;

const marks = {
  paid: "good", partlyCanceled: "good", awaitingDeposit: "deposit", loading: "wait", checking: "wait", noAnswer: "wait",
  declined: "stop", failedInWindow: "stop", attention: "ask", notFound: "ask",
};

async function watch() {
  let pause;
  try {
    order = await findOrder(orderId);
    shown = shownAs(order);
    story = await readStory(orderId).catch(() => story);
    if (["paid", "awaitingDeposit", "partlyCanceled", "canceled"].includes(shown)) settle(order.purchaseId);
    pause = { checking: order.retryAfter ?? 2, attention: 30, awaitingDeposit: depositing ? 1 : 10 }[shown];
  } catch (error) {
    shown = error.status === 404 || error.status === 400 ? "notFound" : "noAnswer";
    pause = shown === "noAnswer" ? 5 : null;
  }
  render();
  if (pause) timer = setTimeout(watch, pause * 1000);
}

// A new order id for the same purchase, then the window again.
async function payAgain() {
  if (opening) return;
  opening = true;
  render();
  try {
    const opened = await openAgain(orderId);
    location.assign(`/?order=${encodeURIComponent(opened.orderId)}#checkout`);
  } catch (error) {
    opening = false;
    if (error instanceof Problem && error.body.orderId && error.body.orderId !== orderId) {
      location.assign(`/orders/${encodeURIComponent(error.body.orderId)}`);
      return;
    }
    failure = hasText(`problem-${error.slug}`) ? `problem-${error.slug}` : "problem-no-answer";
    render();
    watch();
  }
}

// In test mode no bank knows the account: the page plays the buyer's transfer, and asks more often until the shop has heard of it.
async function deposit() {
  depositing = true;
  failure = null;
  render();
  try {
    await makeDeposit(orderId);
  } catch {
    depositing = false;
    failure = "deposit-failed";
  }
  clearTimeout(timer);
  watch();
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
  byId("order-facts").replaceChildren(...rows);
  show(byId("order-facts"), rows.length > 0);
  byId("order-actions").replaceChildren(...actions({ order, shown, opening, payAgain }));
  renderDeposit();
  byId("order-error").textContent = failure ? t(failure) : "";
  show(byId("order-error"), failure !== null);
  byId("order-story").replaceChildren(...story.map(step => storyLine(step, order.amount.currency)));
  show(byId("order-history"), story.length > 0);
  show(document.querySelector("[data-testid=test-mode]"), order?.testMode === true);
}

byId("order-deposit-make").addEventListener("click", deposit);
speak(render);
sandbox().then(({ deposits }) => {
  depositsHere = deposits === true;
  render();
});
watch();
