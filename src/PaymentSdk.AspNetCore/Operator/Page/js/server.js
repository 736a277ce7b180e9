// The requests of the page to its server. Addresses are relative to this file, so the page can be mapped at any path.
const address = path => new URL(`../api${path}`, import.meta.url);
const segment = encodeURIComponent;

export class SignedOut extends Error {}

// A host that redirects people to a sign-in page also redirects these requests. The redirect is not followed.
async function call(path, options) {
  const answer = await fetch(address(path), { cache: "no-store", redirect: "manual", ...options });
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403 && options?.method === undefined) throw new SignedOut();
  return answer;
}

async function get(path) {
  const answer = await call(path);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

// Returns {done, outcome, text, reason, until, report} for every action.
async function post(path, body = {}) {
  try {
    const answer = await call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const told = await answer.json().catch(() => ({}));
    return {
      ...told, done: answer.ok && told.done === true, outcome: told.outcome ?? (answer.ok ? null : "failed"),
      text: told.text ?? told.detail ?? told.title ?? (answer.ok ? null : `HTTP ${answer.status}`),
    };
  } catch (failure) {
    return { done: false, outcome: failure instanceof SignedOut ? "signed-out" : "no-answer" };
  }
}

const order = (orderId, action) => body => post(`/orders/${segment(orderId)}/${action}`, body);

export const desk = () => get("");
export const file = orderId => get(`/orders/${segment(orderId)}`);
export const refund = orderId => order(orderId, "refund");
export const reverse = orderId => order(orderId, "reverse");
export const resolve = orderId => order(orderId, "resolve");
export const reconcile = () => post("/reconcile");
export const assignBreak = key => body => post("/breaks/assign", { ...body, key });
export const closeBreak = key => body => post("/breaks/close", { ...body, key });
export const retryEvent = id => post("/events/retry", { id });
export const skipEvent = id => body => post("/events/skip", { ...body, id });
