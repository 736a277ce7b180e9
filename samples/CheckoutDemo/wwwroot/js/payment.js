// The checkout. PaymentSdk's module takes the payment, and this page shows the products and the status.
import { checkout } from "/payments/checkout.js";
import { byId, h, show } from "./dom.js";
import { money } from "./format.js";
import { language, t } from "./language.js";
import { customerKeyOf, lines, purchase, rememberPurchase } from "./cart.js";
import { artOf, nameOf, productOf } from "./products.js";

const formKey = "soban.form";
let payment = null;

// The form in which the window returns its result: by redirect (default), or by a promise to the page (?form=promise).
const asked = new URLSearchParams(location.search).get("form");
if (asked) sessionStorage.setItem(formKey, asked);
export const form = () => (sessionStorage.getItem(formKey) === "promise" ? "promise" : "redirect");

export function chooseForm(value) {
  sessionStorage.setItem(formKey, value);
  const address = new URL(location.href);
  address.searchParams.delete("form");
  location.replace(address);
  location.reload();
}

export function enterCheckout() {
  if (lines().length === 0 && !new URLSearchParams(location.search).has("order")) return void (location.hash = "");
  payment = checkout({
    methods: "#payment-methods", terms: "#payment-agreement", button: "#pay", form: form(), lang: () => language,
    order: openOrder, customerKey: order => customerKeyOf(order.purchaseId), onChange: render,
  });
}

export function leaveCheckout() {
  payment?.destroy();
  payment = null;
  // The order in the URL was only for this visit. The next visit uses the cart.
  history.replaceState(null, "", `/${location.hash}`);
}

async function openOrder() {
  const answer = await fetch("/api/orders", {
    method: "POST",
    headers: { "accept-language": language, "content-type": "application/json" },
    body: JSON.stringify({ items: lines(), purchaseId: purchase()?.id }),
  });
  if (answer.ok) rememberPurchase(await answer.clone().json());
  return answer;
}

export const renderCheckout = () => payment && render(payment);

function render({ state, order, error, text, testMode }) {
  const bought = lines().filter(line => productOf(line.sku));
  const known = order?.amount ? order : null;
  const ofCart = !known || purchase()?.id === known.purchaseId;
  byId("summary-lines").replaceChildren(...(ofCart && bought.length ? bought.map(line) : known ? [nameLine(known)] : []));
  byId("summary-total").textContent = known ? money(known.amount.value, known.amount.currency) : "…";
  show(document.querySelector("[data-testid=test-mode]"), testMode === true);
  show(byId("payment-placeholder"), state === "opening");
  byId("pay").textContent = ["paying", "confirming", "checking"].includes(state)
    ? t("paying") : known ? t("payNow", { amount: money(known.amount.value, known.amount.currency) }) : t("pay");
  const failed = error && error.slug !== "canceled" && (state === "ready" || state === "failed");
  byId("checkout-state").textContent = failed ? "" : text;
  byId("checkout-error").textContent = failed ? text : "";
  show(byId("checkout-error"), failed);
}

function line({ sku, quantity }) {
  const product = productOf(sku);
  return h("li", { class: "summary-line" },
    h("img", { src: artOf(product), alt: "", width: 46, height: 46 }),
    h("span", {}, nameOf(product), h("small", {}, t("quantity", { quantity }))),
    h("span", { class: "price" }, money(product.price * quantity)));
}

const nameLine = ({ orderName }) => h("li", { class: "summary-line" }, h("img", { src: "/art/mark.svg", alt: "", width: 46, height: 46 }), orderName);
