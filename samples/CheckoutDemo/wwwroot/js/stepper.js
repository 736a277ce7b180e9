// A control that shows a quantity with buttons for less and more.
import { h } from "./dom.js";
import { most } from "./cart.js";
import { t } from "./language.js";

export function stepper({ place, sku, name, quantity, set }) {
  const button = (sign, next, label, key, disabled) => h("button", {
    type: "button", "aria-label": t(label, { name }), "data-testid": `${place}-${key}-${sku}`, "data-key": `${place}-${key}-${sku}`,
    disabled, onclick: () => set(next),
  }, sign);
  return h("span", { class: "stepper" },
    button("−", quantity - 1, "lessNamed", "less", false),
    h("output", { "aria-label": t("quantityNamed", { name }), "data-testid": `${place}-quantity-${sku}` }, String(quantity)),
    button("+", quantity + 1, "moreNamed", "more", quantity >= most));
}
