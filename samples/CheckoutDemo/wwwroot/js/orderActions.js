// What the buyer can do next. Never a second payment while one is being checked.
import { h } from "./dom.js";
import { t } from "./language.js";

const link = (text, href, name, quiet, more = {}) => h("a", { class: quiet ? "button quiet" : "button", href, "data-testid": name, ...more }, t(text));

export function actions({ order, shown, opening, payAgain }) {
  const continues = order && `/?order=${encodeURIComponent(order.orderId)}#checkout`;
  const shopping = quiet => link("keepShopping", "/", "keep-shopping", quiet);
  const again = text => h("button", { type: "button", class: "button", "data-testid": "pay-again", disabled: opening, onclick: payAgain }, t(text));
  const receipt = order?.receiptUrl && link("receipt", order.receiptUrl, "receipt", false, { target: "_blank", rel: "noopener noreferrer" });
  switch (shown) {
    case "loading": case "checking": case "noAnswer": return [];
    case "open": case "canceledByBuyer": case "failedInWindow":
      return [link("continuePaying", continues, "continue"), link("toCart", "/#cart", "to-cart", true)];
    case "declined": return order.canOpenAgain ? [again("payAgain"), shopping(true)] : [shopping()];
    case "expired": return order.canOpenAgain ? [again("orderAgain"), shopping(true)] : [shopping()];
    default: return [receipt, shopping(Boolean(receipt))].filter(Boolean);
  }
}
