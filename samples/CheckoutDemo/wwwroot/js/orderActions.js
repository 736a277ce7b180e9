// The buyer's next actions. The page never offers a second payment while one is being checked.
import { h } from "./dom.js";
import { t } from "./language.js";

const link = (text, href, name, quiet, more = {}) => h("a", { class: quiet ? "button quiet" : "button", href, "data-testid": name, ...more }, t(text));

// A receipt link must use https. Only in test mode can it be an http link to this machine, where the sandbox runs.
function hasReceipt(order) {
  try {
    const { protocol, hostname } = new URL(order.receiptUrl);
    return protocol === "https:" || (order.testMode && protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
  } catch {
    return false;
  }
}

export function actions({ order, shown, opening, payAgain }) {
  const continues = order && `/?order=${encodeURIComponent(order.orderId)}#checkout`;
  const shopping = quiet => link("keepShopping", "/", "keep-shopping", quiet);
  const again = text => h("button", { type: "button", class: "button", "data-testid": "pay-again", disabled: opening, onclick: payAgain }, t(text));
  const receipt = hasReceipt(order) && link("receipt", order.receiptUrl, "receipt", false, { target: "_blank", rel: "noopener noreferrer" });
  switch (shown) {
    case "loading": case "checking": case "noAnswer": return [];
    case "open": case "canceledByBuyer": case "failedInWindow":
      return [link("continuePaying", continues, "continue"), link("toCart", "/#cart", "to-cart", true)];
    case "declined": return order.canOpenAgain ? [again("payAgain"), shopping(true)] : [shopping()];
    case "expired": return order.canOpenAgain ? [again("orderAgain"), shopping(true)] : [shopping()];
    default: return [receipt, shopping(Boolean(receipt))].filter(Boolean);
  }
}
