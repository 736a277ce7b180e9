// Recent orders. One can be opened: its journal, its refunds, and what can be done.
import { byId, h } from "../dom.js";
import { clock, money } from "../format.js";
import { t } from "../language.js";
import { methodName } from "../methods.js";
import { stepTone, storyText } from "../story.js";
import { ask } from "./dialog.js";
import { factChips } from "./facts.js";
import { file, refund, reverse } from "./server.js";

const tones = { Approved: "good", PartlyCanceled: "good", Declined: "bad", Mismatch: "bad", NeedsAttention: "bad", DuplicatePayment: "bad", Unknown: "wait", Confirming: "wait", Reversing: "wait", AwaitingDeposit: "wait" };
const refundable = ["Approved", "PartlyCanceled", "AwaitingDeposit"];
// What is over or on its way back needs no reversal.
const reversible = state => !["Canceled", "Reversing", "DuplicatePayment"].includes(state);
const opened = new Map();
// By order: the id of a refund whose outcome was not heard. Asking again with it never refunds twice.
const unheard = new Map();

export async function orders(list, then) {
  await Promise.all([...opened.keys()].map(async id => opened.set(id, await file(id).catch(() => null))));
  byId("orders").replaceChildren(...(list.length ? list.map(order => row(order, then)) : [h("p", { class: "empty" }, t("opOrdersNone"))]));
}

function row(order, then) {
  const shown = opened.has(order.orderId);
  const open = async () => {
    if (shown) opened.delete(order.orderId);
    else opened.set(order.orderId, await file(order.orderId).catch(() => null));
    then({ done: true });
  };
  return h("article", { class: "order", "data-testid": "order-row", "data-order": order.orderId, "data-state": order.state },
    h("button", { type: "button", class: "order-line", "aria-expanded": String(shown), "data-testid": "order-open", onclick: open },
      h("time", { datetime: order.openedAt }, clock(order.openedAt)),
      h("b", {}, [order.orderNumber, order.orderName].filter(Boolean).join(" ")),
      h("span", { class: "chips" }, h("span", { class: "chip", "data-tone": tones[order.state] }, t(`state-${order.state}`)), ...factChips(order)),
      h("span", { class: "price" }, money(order.amount, order.currency))),
    shown && opened.get(order.orderId) ? details(opened.get(order.orderId), then) : null);
}

function details({ order, paymentKey, needsAccount, journal, refunds }, then) {
  return h("div", { class: "details", "data-testid": "order-details" },
    h("ol", { class: "story", "data-testid": "journal" }, ...journal.map(entry => line(entry, order.currency))),
    refunds.length > 0 ? h("ul", { class: "refunds", "data-testid": "refunds" }, ...refunds.map(one => refundLine(one, order.currency))) : null,
    h("p", { class: "keys" }, [order.method && methodName(order.method), order.balance !== null && t("opBalance", { amount: money(order.balance, order.currency) })].filter(Boolean).join(" · "),
      h("code", {}, order.orderId), paymentKey && h("code", {}, paymentKey)),
    h("div", { class: "choices" },
      refundable.includes(order.state) ? h("button", { type: "button", class: "button small", "data-testid": "refund", onclick: () => askRefund(order, needsAccount, then) }, t("opRefund")) : null,
      reversible(order.state) ? h("button", { type: "button", class: "button quiet small", "data-testid": "reverse", onclick: () => askReverse(order, then) }, t("opReverse")) : null,
      h("a", { class: "button quiet small", href: `/orders/${encodeURIComponent(order.orderId)}` }, t("opOpenPage"))));
}

const refundLine = ({ state, amount, reason, actor, refundId }, currency) => h("li", {},
  h("span", { class: "chip" }, `${t("opRefund")}: ${t(`refund-${state}`)}`),
  h("span", {}, [amount !== null && money(amount, currency), reason, actor].filter(Boolean).join(" · ")), h("code", {}, refundId));

const line = (entry, currency) => h("li", { "data-step": entry.step, "data-tone": stepTone(entry.step) },
  h("time", { datetime: entry.at }, clock(entry.at)),
  h("div", {},
    h("span", {}, entry.step ? storyText(entry.step, entry.amount, currency) : t(`state-${entry.to}`)),
    h("small", {}, [
      entry.from && entry.from !== entry.to ? `${t(`state-${entry.from}`)} → ${t(`state-${entry.to}`)}` : t(`state-${entry.to}`),
      t("opBy", { cause: entry.cause, actor: entry.actor }),
      entry.refund && `${entry.refund}: ${t(`refund-${entry.refundState}`)}`,
      entry.evidence,
    ].filter(Boolean).join(" · "))));

const askRefund = (order, needsAccount, then) => {
  // One id until the outcome is heard: pressing twice is the same refund, also when no answer came and the dialog was closed meanwhile.
  const newId = () => `operator-${crypto.randomUUID()}`;
  let refundId = unheard.get(order.orderId) ?? newId();
  ask({
    title: t("opRefundTitle", { name: order.orderName }),
    words: t("opRefundWords"),
    yes: t("opRefund"),
    fields: [
      order.state !== "AwaitingDeposit" && { name: "amount", label: t("opAmountLabel", { amount: money(order.balance, order.currency) }), type: "number", min: 0, max: order.balance },
      needsAccount && { name: "bank", label: t("opBankCode"), required: true },
      needsAccount && { name: "accountNumber", label: t("opAccountNumber"), required: true },
      needsAccount && { name: "holderName", label: t("opHolder"), required: true },
    ].filter(Boolean),
    act: async wish => {
      unheard.set(order.orderId, refundId);
      const told = await refund(order.orderId)({ ...wish, refundId });
      // Done, or refused for good: the next refund is another one. Everything else is asked again with the same id.
      if (told.done || told.outcome === "refund-refused") {
        unheard.delete(order.orderId);
        refundId = newId();
      }
      return told;
    },
    then,
  });
};

const askReverse = (order, then) => ask({
  title: t("opReverseTitle", { name: order.orderName }),
  words: t("opReverseWords"),
  yes: t("opReverse"),
  act: reverse(order.orderId),
  then,
});
