// The four situations, each with the calling page, the called server and the function that makes the call.
import { ask } from "../../lab/ask.js";
import { apiPreflight, record } from "./server.js";
import { askIn, frame } from "./frames.js";

const cart = { items: [{ sku: "celadon-cup", quantity: 1 }] };
const payment = { paymentKey: "example", orderId: "example-order", amount: 38000 };
const newRun = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, "0")).join("");
const quote = run => `/api/lab/quote?run=${run}`;

export function situations({ api, registered, unregistered }) {
  const shop = { origin: location.origin, server: "shop", path: "/api/lab/quote", body: cart };
  return [
    { key: "direct", page: location.origin, server: "api", origin: new URL(api).origin, path: new URL(api).pathname, body: payment, run: () => direct(api) },
    { ...shop, key: "same", page: location.origin, run: sameOrigin },
    other("registered", registered),
    other("stranger", unregistered),
  ];

  function other(key, page) {
    if (!page) return { ...shop, key, page, run: null };
    const window = frame(page, key);
    return { ...shop, key, page, frame: window.element, run: () => fromFrame(window) };
  }
}

// The call has no key and names a payment that does not exist. The browser never sends it, because the preflight is refused.
async function direct(api) {
  const seen = await ask(api, payment);
  return { seen, address: api, exchanges: [await apiPreflight()] };
}

async function sameOrigin() {
  const run = newRun();
  const seen = await ask(quote(run), cart);
  return { seen, address: location.origin + quote(run), exchanges: await record(run) };
}

async function fromFrame(window) {
  const run = newRun();
  const seen = await askIn(window, run, quote(run), cart);
  return { seen, address: location.origin + quote(run), exchanges: await record(run) };
}
