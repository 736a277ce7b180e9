// The cart (sku -> quantity), which is stored until it is paid. Tabs share it.
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

// The purchase of the cart, until it is paid, awaits its deposit or is canceled. Opening it again supersedes the earlier order, so that it can be
// paid only once.
export const purchase = () => read(purchaseKey);

export function rememberPurchase({ purchaseId, customerKey }) {
  write(purchaseKey, { id: purchaseId, customerKey, cart: JSON.stringify(lines()) });
}

export function customerKeyOf(purchaseId) {
  return purchase()?.id === purchaseId ? purchase().customerKey : null;
}

// Called when the purchase is paid, awaits its deposit or was canceled: forgets it, and empties the cart unless the buyer has changed it since.
export function settle(purchaseId) {
  if (purchase()?.id !== purchaseId) return;
  if (purchase().cart === JSON.stringify(lines())) write(cartKey, null);
  write(purchaseKey, null);
}
