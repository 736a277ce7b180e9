// The checkout: opens the order on the server, draws the widget, opens the window once, brings the result home.
import { byId, h, show } from "./dom.js";
import { money } from "./format.js";
import { hasText, t } from "./language.js";
import { Problem, confirm, order as findOrder, openOrder, widget as findWidget } from "./api.js";
import { customerKeyOf, lines, purchase, rememberPurchase } from "./cart.js";
import { artOf, nameOf, productOf } from "./products.js";
import { drawPayment } from "./gateway.js";
import { form } from "./form.js";

let state = "opening", problem = null, order = null, widget = null, drawn = null;
let visit = 0;

export async function enterCheckout() {
  const mine = ++visit;
  set("opening");
  try {
    order = await open();
    if (!order) return;
    widget = await findWidget(order.orderId);
    show(byId("payment-placeholder"), true);
    const payment = await drawPayment({
      widget, order, customerKey: order.customerKey ?? customerKeyOf(order.purchaseId),
      methods: byId("payment-methods"), agreement: byId("payment-agreement"),
    });
    if (mine !== visit) return payment.destroy();
    drawn = payment;
    show(byId("payment-placeholder"), false);
    set("ready");
  } catch (error) {
    if (mine === visit) fail(error);
  }
}

export function leaveCheckout() {
  visit++;
  drawn?.destroy();
  order = widget = drawn = null;
  // The order in the address was for this visit; the cart decides about the next one.
  history.replaceState(null, "", `/${location.hash}`);
}

// ?order=… continues an open order (after a refusal); otherwise the cart is what is bought.
async function open() {
  const asked = new URLSearchParams(location.search).get("order");
  if (asked) {
    const found = await findOrder(asked);
    return found.status === "open" ? found : toOrder(asked);
  }
  if (lines().length === 0) return toShop();
  try {
    const opened = await openOrder(lines(), purchase()?.id);
    rememberPurchase(opened);
    return opened;
  } catch (error) {
    // This purchase is already paid or being checked: never a second window, its own page tells.
    if (error.slug === "order-not-open" && error.body.orderId) return toOrder(error.body.orderId);
    throw error;
  }
}

async function pay() {
  if (state !== "ready") return;
  set("paying");
  try {
    const result = await openWindow(form() === "promise");
    // By redirect there is none: the browser leaves for the success or the fail address.
    if (result) await bringHome(result);
  } catch (error) {
    fail(error);
  }
}

async function openWindow(byPromise) {
  const request = { orderId: order.orderId, orderName: order.orderName };
  try {
    return await drawn.request(byPromise ? request : { ...request, successUrl: widget.successUrl, failUrl: widget.failUrl });
  } catch (error) {
    // A phone knows no promise (payment-api.md §9.3).
    if (byPromise && error.code === "NOT_SUPPORTED_PROMISE") return openWindow(false);
    throw error;
  }
}

// By promise: the page hands the result to the shop's server, which confirms it.
async function bringHome({ paymentKey, orderId, amount, paymentType }) {
  set("confirming");
  try {
    await confirmed({ paymentKey, orderId, amount: amount.value, paymentType });
  } catch (error) {
    if (error.slug === "amount-mismatch" || error.slug === "payment-unavailable") throw error;
    // Declined, being checked, or no answer at all: the order's own page knows or finds out.
  }
  toOrder(orderId);
}

// While the shop cannot tell how the order stands, the same payment is asked for again, and no other one is begun.
async function confirmed(payment) {
  for (const until = Date.now() + 10 * 60_000; ;) {
    try {
      return await confirm(payment);
    } catch (error) {
      if (error.slug !== "order-unavailable" || Date.now() > until) throw error;
      set("asking");
      await new Promise(resolve => setTimeout(resolve, (error.retryAfter ?? 5) * 1000));
    }
  }
}

function fail(error) {
  const canceled = ["USER_CANCEL", "PAY_PROCESS_CANCELED"].includes(error.code);
  problem = canceled ? "canceled" : error instanceof Problem ? error.slug : error.code ?? "window";
  if (!(error instanceof Problem) && !canceled) console.error(error);
  // After these the order is not to be paid any more: a new one is opened.
  const over = ["amount-mismatch", "payment-unavailable"].includes(problem);
  set(drawn && !over ? "ready" : "stopped", problem);
}

function set(next, because = null) {
  state = next;
  problem = because;
  renderCheckout();
}

export function renderCheckout() {
  const bought = lines().filter(line => productOf(line.sku));
  const ofCart = order === null || purchase()?.id === order.purchaseId;
  byId("summary-lines").replaceChildren(...(ofCart && bought.length ? bought.map(line) : order ? [nameLine(order)] : []));
  byId("summary-total").textContent = order ? money(order.amount.value, order.amount.currency) : "…";
  show(document.querySelector("[data-testid=test-mode]"), widget?.testMode === true);
  const busy = ["paying", "confirming", "asking"].includes(state);
  const button = byId("pay");
  button.disabled = state !== "ready";
  button.onclick = pay;
  button.textContent = busy ? t("paying") : order ? t("payNow", { amount: money(order.amount.value, order.amount.currency) }) : t("pay");
  byId("checkout-state").textContent = state === "ready" && problem === "canceled" ? t("canceledHere") : t(`checkout-${state}`);
  byId("checkout-state").dataset.state = state;
  const failed = problem !== null && problem !== "canceled";
  byId("checkout-error").textContent = failed ? t(hasText(`problem-${problem}`) ? `problem-${problem}` : "problem-unknown") : "";
  show(byId("checkout-error"), failed);
  show(byId("checkout-retry"), state === "stopped");
  byId("checkout-retry").onclick = event => { event.preventDefault(); location.reload(); };
}

function line({ sku, quantity }) {
  const product = productOf(sku);
  return h("li", { class: "summary-line" },
    h("img", { src: artOf(product), alt: "", width: 46, height: 46 }),
    h("span", {}, nameOf(product), h("small", {}, t("quantity", { quantity }))),
    h("span", { class: "price" }, money(product.price * quantity)));
}

const nameLine = ({ orderName }) => h("li", { class: "summary-line" }, h("img", { src: "/art/mark.svg", alt: "", width: 46, height: 46 }), orderName);

function toOrder(orderId) {
  location.assign(`/orders/${encodeURIComponent(orderId)}`);
  return null;
}

function toShop() {
  location.hash = "";
  return null;
}
