// The catalog.
import { byId, h } from "./dom.js";
import { money } from "./format.js";
import { t } from "./language.js";
import { put, quantityOf } from "./cart.js";
import { aboutOf, artOf, nameOf, products } from "./products.js";
import { stepper } from "./stepper.js";

export function renderShelf(changed) {
  const shelf = byId("catalog");
  const focused = document.activeElement?.dataset?.key;
  const cards = products().map(product => card(product, changed));
  shelf.replaceChildren(...(cards.length ? cards : [h("li", { class: "note" }, t("problem-no-answer"))]));
  shelf.setAttribute("aria-busy", "false");
  if (focused) shelf.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function card(product, changed) {
  const name = nameOf(product);
  const quantity = quantityOf(product.sku);
  const set = next => {
    put(product.sku, next);
    changed();
  };
  return h("li", { class: "product", "data-testid": `product-${product.sku}` },
    h("div", { class: "product-art" }, h("img", { src: artOf(product), alt: "", width: 400, height: 400 })),
    h("h3", {}, name),
    h("p", { class: "about" }, aboutOf(product)),
    h("div", { class: "buy" },
      h("span", { class: "price" }, money(product.price)),
      quantity > 0
        ? stepper({ place: "shelf", sku: product.sku, name, quantity, set })
        : h("button", {
            type: "button", class: "button add", "data-testid": `add-${product.sku}`, "data-key": `shelf-more-${product.sku}`,
            "aria-label": t("addNamed", { name }), onclick: () => set(1),
          }, t("add"))));
}
