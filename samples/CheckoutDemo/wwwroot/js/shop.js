// The shop page, which shows shelf, cart or checkout, depending on the fragment of the URL.
import { byId } from "./dom.js";
import { speak } from "./language.js";
import { renderShelf } from "./shelf.js";
import { renderCart } from "./cartView.js";
import { load } from "./products.js";
import { chooseForm, enterCheckout, form, leaveCheckout, renderCheckout } from "./payment.js";

let view;

function render() {
  renderShelf(render);
  renderCart(render);
  if (view === "checkout") renderCheckout();
}

function turn() {
  const next = { "#cart": "cart", "#checkout": "checkout" }[location.hash] ?? "shop";
  if (next === view) return;
  if (view === "checkout") leaveCheckout();
  view = document.body.dataset.view = next;
  scrollTo({ top: 0, behavior: "instant" });
  if (view === "checkout") {
    byId("checkout-title").focus({ preventScroll: true });
    enterCheckout();
  } else {
    if (view === "cart") byId("cart").focus({ preventScroll: true });
    render();
  }
}

byId("form-choice").value = form();
byId("form-choice").addEventListener("change", event => chooseForm(event.target.value));
addEventListener("hashchange", turn);
// Another tab changed the cart.
addEventListener("storage", () => view !== "checkout" && render());

await load().catch(error => console.error(error));
speak(render);
turn();
