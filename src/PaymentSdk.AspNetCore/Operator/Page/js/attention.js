// Orders that need an operator, with the evidence, the next step, and the resolutions that the ledger does not refuse. The most suitable one is
// first.
import { ask } from "./dialog.js";
import { button, byId, h } from "./dom.js";
import { clock, money } from "./format.js";
import { language, t } from "./language.js";
import { factChips } from "./orders.js";
import { resolve } from "./server.js";

export function attention(items, then) {
  byId("attention").replaceChildren(...(items.length ? items.map(item => card(item, then)) : [h("p", { class: "note" }, t("attentionNone"))]));
}

function card(item, then) {
  return h("article", { class: "panel card", "data-testid": "attention-item", "data-order": item.orderId },
    h("header", {},
      h("h3", {}, item.orderName),
      h("span", { class: "chip", "data-tone": "bad" }, t(`state-${item.state}`)),
      ...factChips(item),
      item.refund && h("span", { class: "chip" }, `${t("refund")}: ${t(`refund-${item.refundState}`)}`),
      item.takenAmount === null && h("b", { class: "price" }, money(item.amount, item.currency))),
    item.takenAmount !== null && h("dl", { class: "amounts" },
      amount("asked", t("asked"), item.amount, item.currency), amount("taken", t("taken"), item.takenAmount, item.takenCurrency)),
    h("p", { class: "next" }, language === "ko" ? item.nextStepKo : item.nextStepEn),
    h("dl", { class: "facts" },
      item.orderNumber && fact(t("orderNumber"), h("code", {}, item.orderNumber)),
      fact(t("orderId"), h("code", {}, item.orderId)),
      fact(t("paymentKey"), h("code", {}, item.paymentKey ?? t("neverSent"))),
      item.refund && fact(t("refund"), h("span", {}, item.refundAmount !== null && `${money(item.refundAmount, item.refundCurrency)} `, h("code", {}, item.refund))),
      fact(t("waits"), t("since", { moment: clock(item.since) })),
      item.evidence.length > 0 && fact(t("seen"), h("span", {}, ...item.evidence.map(line => h("code", { class: "line" }, line))))),
    h("div", { class: "choices" }, ...item.resolutions.map((word, place) => button(t(`resolve-${word}`), `resolve-${word}`, () => say(item, word, then), place === 0))));
}

const amount = (id, label, value, currency) => h("div", { class: id, "data-testid": id }, h("dt", {}, label), h("dd", {}, money(value, currency)));
const fact = (label, value) => h("div", {}, h("dt", {}, label), h("dd", {}, value));

// The accepted amount is the one that the operator read here: the amount of the list, or one that the operator types.
function say(item, word, then) {
  const accepts = word === "accept-amount";
  ask({
    title: `${item.orderName}: ${t(`resolve-${word}`)}`,
    words: accepts && item.takenAmount !== null ? t("resolve-accept-amount-known", { taken: money(item.takenAmount, item.takenCurrency), asked: money(item.amount, item.currency) }) : t(`resolve-${word}-words`),
    yes: t(`resolve-${word}`),
    fields: [
      accepts && item.takenAmount === null && { name: "amount", label: `${t("acceptedAmount")} (${item.currency})`, type: "number", min: 0, required: true },
      !["reverse", "refunded-by-hand"].includes(word) && { name: "withoutQuery", label: t("withoutQuery"), type: "checkbox" },
    ].filter(Boolean),
    act: wish => resolve(item.orderId)({ ...(accepts && { amount: item.takenAmount, currency: item.takenCurrency }), ...wish, as: word, refundId: item.refund }),
    then,
  });
}
