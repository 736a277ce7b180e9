// The headers that the payment window needs on the page that opens it.
import { allows, policies } from "./policy.js";

const real = "https://js.tosspayments.com";

function needsOf(gateway) {
  return gateway === real
    ? { "script-src": [real], "connect-src": ["'self'", "https://*.tosspayments.com"], "frame-src": ["https://*.tosspayments.com", "https://*.toss.im"] }
    : { "script-src": [gateway], "connect-src": ["'self'", gateway], "frame-src": [gateway] };
}

export function checksOf(text, gateway) {
  const headers = read(text);
  const csp = policies(headers.get("content-security-policy"));
  return [opener(headers.get("cross-origin-opener-policy")), ...Object.entries(needsOf(gateway)).map(([directive, needs]) => sources(csp, directive, needs)), ancestors(csp)];
}

// Reads "Name: value" lines. An indented line continues the previous line, and the values of a repeated name are joined with a comma, as in browsers.
function read(text) {
  const headers = new Map();
  for (const line of text.replace(/\n[ \t]+/g, " ").split("\n")) {
    const at = line.indexOf(":");
    const name = line.slice(0, at).trim().toLowerCase();
    if (at < 1 || !/^[a-z-]+$/.test(name)) continue;
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${line.slice(at + 1).trim()}` : line.slice(at + 1).trim());
  }
  return headers;
}

function opener(value) {
  const policy = value?.split(";")[0].trim().toLowerCase();
  if (!policy || policy === "unsafe-none") return { name: "coop", good: true, reason: "labCoop-none" };
  return policy.startsWith("same-origin") && policy !== "same-origin-allow-popups"
    ? { name: "coop", good: false, reason: "labCoop-cuts", needs: "Cross-Origin-Opener-Policy: same-origin-allow-popups" }
    : { name: "coop", good: true, reason: "labCoop-popups" };
}

function sources(csp, directive, needs) {
  if (csp.length === 0) return { name: directive, good: true, reason: "labCsp-none" };
  const missing = needs.filter(need => !csp.every(policy => allows(policy, directive, need)));
  return { name: directive, good: missing.length === 0, reason: `labCsp-${directive}-${missing.length ? "bad" : "good"}`, needs: (missing.length ? missing : needs).join(" ") };
}

function ancestors(csp) {
  const lists = csp.filter(policy => policy.has("frame-ancestors")).map(policy => policy.get("frame-ancestors"));
  const open = source => source === "*" || /^(https?|data):$/i.test(source);
  if (lists.length === 0) return { name: "frame-ancestors", good: false, reason: "labAncestors-none", needs: "frame-ancestors 'self'" };
  return lists.some(list => !list.some(open))
    ? { name: "frame-ancestors", good: true, reason: "labAncestors-good", needs: lists.map(list => list.join(" ") || "'none'").join(", ") }
    : { name: "frame-ancestors", good: false, reason: "labAncestors-open", needs: "frame-ancestors 'self'" };
}
