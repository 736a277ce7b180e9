// Orders that need an operator: evidence, the next step, and how the operator can resolve them.
import { byId, h } from "../dom.js";
import { clock, money } from "../format.js";
import { language, t } from "../language.js";
import { ask } from "./dialog.js";
import { factChips } from "./facts.js";
import { resolve } from "./server.js";

// A duplicate payment is never a sale: its money goes back, at the gateway or by hand.
const resolutions = item => item.isDuplicate || item.state === "DuplicatePayment" ? ["reverse", "refunded-by-hand"]
  : item.refund ? ["refunded-by-hand", "reverse"].slice(0, item.state === "NeedsAttention" ? 2 : 1)
  : item.state === "Mismatch" ? ["approved", "accept-amount", "reverse", "not-charged"]
  : ["approved", "not-charged", "reverse", "refunded-by-hand"];

export function attention(items, then) {
  byId("attention").replaceChildren(...(items.length ? items.map(item => card(item, then)) : [h("p", { class: "note" }, t("opAttentionNone"))]));
}

function card(item, then) {
  return h("article", { class: "panel card", "data-testid": "attention-item", "data-order": item.orderId },
    h("header", {},
      h("h3", {}, item.orderName),
      h("span", { class: "chip", "data-tone": "bad" }, t(`state-${item.state}`)),
      ...factChips(item),
      item.refund && h("span", { class: "chip" }, `${t("opRefund")} ${item.refund}: ${t(`refund-${item.refundState}`)}`),
      h("b", { class: "price" }, money(item.amount, item.currency))),
    h("p", { class: "next" }, language === "ko" ? item.nextStepKo : item.nextStepEn),
    h("dl", { class: "facts" },
      item.orderNumber && fact(t("orderNumber"), h("code", {}, item.orderNumber)),
      fact(t("paymentOrderId"), h("code", {}, item.orderId)),
      fact(t("opPaymentKey"), h("code", {}, item.paymentKey ?? t("opNeverSent"))),
      fact("", t("opSince", { moment: clock(item.since) })),
      item.evidence.length > 0 ? fact(t("opSeen"), h("span", {}, ...item.evidence.map(line => h("code", { class: "line" }, line)))) : null),
    h("div", { class: "choices" }, ...resolutions(item).map((word, place) => h("button", {
      type: "button", class: place === 0 ? "button small" : "button quiet small", "data-testid": `resolve-${word}`, onclick: () => say(item, word, then),
    }, t(`resolve-${word}`)))));
}

const fact = (label, value) => h("div", {}, h("dt", {}, label), h("dd", {}, value));

const say = (item, word, then) => ask({
  title: `${item.orderName}: ${t(`resolve-${word}`)}`,
  words: t(`resolve-${word}-words`),
  yes: t(`resolve-${word}`),
  fields: ["reverse", "refunded-by-hand"].includes(word) ? [] : [{ name: "withoutQuery", label: t("opWithoutQuery"), type: "checkbox" }],
  act: wish => resolve(item.orderId)({ ...wish, as: word, refundId: item.refund }),
  then,
});
