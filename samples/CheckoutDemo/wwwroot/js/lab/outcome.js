// The outcome of an experiment: allowed, blocked (by the browser), refused (by the server, which the browser hides from the page),
// or failed (no answer).
const header = (exchange, name) => exchange?.response.find(line => line.name.toLowerCase() === name)?.value;

export function outcomeOf({ seen, address, exchanges }) {
  const preflight = exchanges.find(exchange => exchange.method === "OPTIONS");
  const call = exchanges.find(exchange => exchange.method !== "OPTIONS");
  const last = call ?? preflight;
  return {
    seen, address, preflight, call, last,
    verdict: verdictOf(seen, last),
    handlerRan: exchanges.some(exchange => exchange.handlerRan),
    problem: problemOf(last),
  };
}

function verdictOf(seen, last) {
  if (!seen.error) return seen.status < 400 ? "allowed" : "refused";
  if (!last?.status) return "failed";
  return last.status === 403 ? "refused" : "blocked";
}

export const allowOriginOf = exchange => header(exchange, "access-control-allow-origin");

function problemOf(exchange) {
  try {
    const body = JSON.parse(exchange?.body ?? "");
    return typeof body.type === "string" && body.type.startsWith("urn:paymentsdk:problem:") ? body : null;
  } catch {
    return null;
  }
}
