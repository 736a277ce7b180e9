// Shows the cart next to the shelf. On a phone it is a separate page, which the bar opens.
import { byId, h, show } from "./dom.js";
import { money } from "./format.js";
import { t } from "./language.js";
import { count, lines, put } from "./cart.js";
import { artOf, nameOf, productOf } from "./products.js";
import { stepper } from "./stepper.js";

export const total = () => lines().reduce((sum, line) => sum + (productOf(line.sku)?.price ?? 0) * line.quantity, 0);

export function renderCart(changed) {
  const cart = byId("cart");
  const focused = document.activeElement?.dataset?.key;
  const known = lines().filter(line => productOf(line.sku));
  cart.replaceChildren(
    h("a", { class: "back", href: "#", "data-testid": "cart-back" }, h("span", { "aria-hidden": "true" }, "← "), t("keepShopping")),
    h("h2", { id: "cart-title" }, t("cart"), h("small", { "data-testid": "cart-count" }, String(count()))),
    ...(known.length ? filled(known, changed) : [h("p", { class: "empty", "data-testid": "cart-empty" }, t("cartEmpty"))]));
  const bar = byId("cart-bar");
  show(bar, known.length > 0);
  bar.replaceChildren(h("span", {}, t("cartBar", { count: count() })), h("span", { class: "price" }, money(total())));
  if (focused) cart.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function filled(known, changed) {
  return [
    h("ul", {}, ...known.map(line => row(line, changed))),
    h("dl", { class: "total" }, h("dt", {}, t("total")), h("dd", { "data-testid": "cart-total" }, money(total()))),
    h("a", { class: "button wide", href: "#checkout", "data-testid": "go-checkout", "data-key": "go-checkout" }, t("goCheckout")),
    h("p", { class: "shipping" }, t("shipping")),
  ];
}

function row({ sku, quantity }, changed) {
  const product = productOf(sku);
  const name = nameOf(product);
  const set = next => {
    put(sku, next);
    changed();
  };
  return h("li", { class: "cart-line", "data-testid": `line-${sku}` },
    h("img", { src: artOf(product), alt: "", width: 58, height: 58 }),
    h("b", {}, name),
    h("button", { type: "button", class: "remove", "aria-label": t("removeNamed", { name }), "data-testid": `remove-${sku}`, onclick: () => set(0) }, t("remove")),
    stepper({ place: "cart", sku, name, quantity, set }),
    h("span", { class: "price" }, money(product.price * quantity)));
}
