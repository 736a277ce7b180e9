// What the operator's page asks the shop's server. Every answer to an action is {done, outcome, text, until}.
const segment = encodeURIComponent;

async function get(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

async function post(path, body = {}) {
  try {
    const answer = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const told = await answer.json().catch(() => ({}));
    return { done: answer.ok && told.done === true, outcome: told.outcome ?? (answer.ok ? null : "failed"), text: told.text ?? told.title ?? (answer.ok ? null : `HTTP ${answer.status}`), until: told.until };
  } catch {
    return { done: false, outcome: "no-answer" };
  }
}

const order = (orderId, action) => body => post(`/api/operator/orders/${segment(orderId)}/${action}`, body);

export const desk = () => get("/api/operator");
export const file = orderId => get(`/api/operator/orders/${segment(orderId)}`);
export const refund = orderId => order(orderId, "refund");
export const reverse = orderId => order(orderId, "reverse");
export const resolve = orderId => order(orderId, "resolve");
export const reconcile = () => post("/api/operator/reconcile");
export const assignBreak = key => body => post(`/api/operator/breaks/${segment(key)}/assign`, body);
export const closeBreak = key => body => post(`/api/operator/breaks/${segment(key)}/close`, body);
export const retryEvent = id => post(`/api/operator/events/${id}/retry`);
export const skipEvent = id => body => post(`/api/operator/events/${id}/skip`, body);
