// Calls the shop's own server. The page never calls the payment API, because only the shop's server has the secret key.
import { language } from "./language.js";

// A problem+json answer (RFC 9457), or a missing answer (status 0).
export class Problem extends Error {
  constructor(status, body, retryAfter = null) {
    super(body?.detail ?? body?.title ?? `HTTP ${status}`);
    this.status = status;
    this.body = body ?? {};
    this.retryAfter = retryAfter;
    this.slug = body?.type?.split(":").pop() ?? (status === 0 ? "no-answer" : "unknown");
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: { "accept-language": language, ...(body && { "content-type": "application/json" }) },
      body: body && JSON.stringify(body),
      cache: "no-store",
    });
  } catch {
    throw new Problem(0);
  }
  const answer = await response.json().catch(() => null);
  const retryAfter = Number(response.headers.get("retry-after")) || null;
  if (!response.ok) throw new Problem(response.status, answer, retryAfter);
  return { ...answer, retryAfter };
}

const segment = encodeURIComponent;

export const catalog = () => fetch("/api/catalog").then(response => response.json());
export const story = orderId => fetch(`/api/orders/${segment(orderId)}/story`, { cache: "no-store" }).then(answer => (answer.ok ? answer.json() : []));
export const sandbox = () => call("GET", "/api/sandbox").catch(() => ({}));
export const makeDeposit = orderId => call("POST", `/api/orders/${segment(orderId)}/deposit`, {});
