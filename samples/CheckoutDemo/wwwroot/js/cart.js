// The cart: sku -> quantity, kept until it is paid. Two tabs share it.
import { read, write } from "./storage.js";

const cartKey = "soban.cart";
const purchaseKey = "soban.purchase";
export const most = 99;

export function lines() {
  return Object.entries(read(cartKey) ?? {}).map(([sku, quantity]) => ({ sku, quantity }));
}

export function quantityOf(sku) {
  return (read(cartKey) ?? {})[sku] ?? 0;
}

export function put(sku, quantity) {
  const cart = read(cartKey) ?? {};
  if (quantity > 0) cart[sku] = Math.min(quantity, most);
  else delete cart[sku];
  write(cartKey, cart);
}

export const count = () => lines().reduce((sum, line) => sum + line.quantity, 0);

// One purchase until it is settled: opening it again supersedes the order before, so that it can be paid only once.
export const purchase = () => read(purchaseKey);

export function rememberPurchase({ purchaseId, customerKey }) {
  write(purchaseKey, { id: purchaseId, customerKey, cart: JSON.stringify(lines()) });
}

export function customerKeyOf(purchaseId) {
  return purchase()?.id === purchaseId ? purchase().customerKey : null;
}

// Once the purchase is settled, what was bought leaves the cart.
export function settle(purchaseId) {
  if (purchase()?.id !== purchaseId) return;
  if (purchase().cart === JSON.stringify(lines())) write(cartKey, null);
  write(purchaseKey, null);
}
