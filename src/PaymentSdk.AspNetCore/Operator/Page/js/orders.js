// Recent orders. An expanded row shows the order's journal, its refunds, and the actions that are possible.
import { ask } from "./dialog.js";
import { button, byId, h } from "./dom.js";
import { clock, methodName, money } from "./format.js";
import { t } from "./language.js";
import { file, refund, reverse } from "./server.js";

const tones = { Approved: "good", PartlyCanceled: "good", Declined: "bad", Mismatch: "bad", NeedsAttention: "bad", DuplicatePayment: "bad", Unknown: "wait", Confirming: "wait", Reversing: "wait", AwaitingDeposit: "wait" };
const stepTones = {
  paid: "good", deposited: "good", refunded: "good", "partly-refunded": "good", "paid-late": "good",
  declined: "bad", "deposit-returned": "bad", "looked-into": "bad", "duplicate-payment": "bad",
};
const refundable = ["Approved", "PartlyCanceled", "AwaitingDeposit"];
// An order that is canceled or being canceled needs no reversal.
const reversible = state => !["Canceled", "Reversing", "DuplicatePayment"].includes(state);
const opened = new Map();
// The key is the order id, and the value is the id of a refund whose outcome was not received. Sending it again with the same id never refunds twice.
const unheard = new Map();

const chip = (text, tone) => h("span", { class: "chip", "data-tone": tone }, t(text));

// Facts of an order that do not depend on its state.
export const factChips = ({ state, reversalRequested, isDuplicate }) => [
  reversalRequested && state !== "Reversing" ? chip("reversalRequested", "wait") : null,
  isDuplicate && state !== "DuplicatePayment" ? chip("state-DuplicatePayment", "bad") : null,
].filter(Boolean);

export async function orders(list, then) {
  await Promise.all([...opened.keys()].map(async id => opened.set(id, await file(id).catch(() => null))));
  byId("orders").replaceChildren(...(list.length ? list.map(order => row(order, then)) : [h("p", { class: "empty" }, t("ordersNone"))]));
}

function row(order, then) {
  const shown = opened.has(order.orderId);
  const open = async () => {
    if (shown) opened.delete(order.orderId);
    else opened.set(order.orderId, null);
    await then({ done: true });
    document.querySelector(`[data-order="${CSS.escape(order.orderId)}"] > .order-line`)?.focus();
  };
  return h("article", { class: "order", "data-testid": "order-row", "data-order": order.orderId, "data-state": order.state },
    h("button", { type: "button", class: "order-line", "aria-expanded": String(shown), "data-testid": "order-open", onclick: open },
      h("time", { datetime: order.openedAt }, clock(order.openedAt)),
      h("b", {}, [order.orderNumber, order.orderName].filter(Boolean).join(" ")),
      h("span", { class: "chips" }, chip(`state-${order.state}`, tones[order.state]), ...factChips(order)),
      h("span", { class: "price" }, money(order.amount, order.currency))),
    shown && opened.get(order.orderId) && details(opened.get(order.orderId), then));
}

function details({ order, paymentKey, needsAccount, buyerPage, journal, refunds }, then) {
  return h("div", { class: "details", "data-testid": "order-details" },
    h("ol", { class: "story", "data-testid": "journal" }, ...journal.map(entry => line(entry, order.balanceCurrency))),
    refunds.length > 0 && h("ul", { class: "refunds", "data-testid": "refunds" }, ...refunds.map(one => refundLine(one, order.balanceCurrency))),
    h("p", { class: "keys" }, [order.method && methodName(order.method), order.balance !== null && t("balance", { amount: money(order.balance, order.balanceCurrency) })].filter(Boolean).join(" · "),
      h("code", {}, order.orderId), paymentKey && h("code", {}, paymentKey)),
    h("div", { class: "choices" },
      refundable.includes(order.state) && button(t("refund"), "refund", () => askRefund(order, needsAccount, then), true),
      reversible(order.state) && button(t("reverse"), "reverse", () => askReverse(order, then)),
      buyerPage && h("a", { class: "button", href: buyerPage }, t("buyerPage"))));
}

const refundLine = ({ state, amount, reason, actor, refundId }, currency) => h("li", {},
  h("span", { class: "chip" }, `${t("refund")}: ${t(`refund-${state}`)}`),
  h("span", {}, [amount !== null && money(amount, currency), reason, actor].filter(Boolean).join(" · ")), h("code", {}, refundId));

const line = (entry, currency) => h("li", { "data-step": entry.step, "data-tone": stepTones[entry.step] },
  h("time", { datetime: entry.at }, clock(entry.at)),
  h("div", {},
    h("span", {}, entry.step ? t(`step-${entry.step}`, { amount: entry.amount ? money(entry.amount, currency) : "" }) : t(`state-${entry.to}`)),
    h("small", {}, [
      entry.from && entry.from !== entry.to ? `${t(`state-${entry.from}`)} → ${t(`state-${entry.to}`)}` : t(`state-${entry.to}`),
      t("by", { cause: entry.cause, actor: entry.actor }),
      entry.refund && `${entry.refund}: ${t(`refund-${entry.refundState}`)}`,
      entry.evidence,
    ].filter(Boolean).join(" · "))));

function askRefund(order, needsAccount, then) {
  // One id is used until the outcome is received. Pressing twice requests the same refund, even if no answer came and the dialog was closed
  // meanwhile.
  const newId = () => `operator-${[...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("")}`;
  let refundId = unheard.get(order.orderId) ?? newId();
  ask({
    title: t("refundTitle", { name: order.orderName }),
    words: t("refundWords"),
    yes: t("refund"),
    fields: [
      order.state !== "AwaitingDeposit" && order.balance !== null && { name: "amount", label: t("amount", { amount: money(order.balance, order.balanceCurrency) }), type: "number", min: 0, max: order.balance },
      needsAccount && { name: "bank", label: t("bank"), required: true },
      needsAccount && { name: "accountNumber", label: t("accountNumber"), required: true },
      needsAccount && { name: "holderName", label: t("holder"), required: true },
    ].filter(Boolean),
    act: async wish => {
      unheard.set(order.orderId, refundId);
      const told = await refund(order.orderId)({ ...wish, refundId });
      // After "done" and "refund-refused" the next refund gets a new id. After every other outcome the request is sent again with the same id.
      if (told.done || told.outcome === "refund-refused") {
        unheard.delete(order.orderId);
        refundId = newId();
      }
      return told;
    },
    then,
  });
}

const askReverse = (order, then) => ask({
  title: t("reverseTitle", { name: order.orderName }),
  words: t("reverseWords"),
  yes: t("reverse"),
  act: reverse(order.orderId),
  then,
});
