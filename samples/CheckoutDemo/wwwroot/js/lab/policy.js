// Reads a Content-Security-Policy and decides whether it allows an address (the relevant parts of CSP Level 3).
const fallback = {
  "script-src": ["script-src-elem", "script-src", "default-src"],
  "connect-src": ["connect-src", "default-src"],
  "frame-src": ["frame-src", "child-src", "default-src"],
};

// Commas separate several policies, and each of them must allow the address.
export function policies(text) {
  return (text ?? "").split(",").map(parse).filter(policy => policy.size > 0);
}

function parse(text) {
  const directives = new Map();
  for (const part of text.split(";")) {
    const [name, ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

export function allows(policy, directive, need) {
  const name = fallback[directive].find(candidate => policy.has(candidate));
  return name === undefined || policy.get(name).some(source => covers(source, need));
}

// A source covers another one if it is the same or a wider one.
function covers(source, need) {
  const wide = source.toLowerCase();
  if (wide === need || wide === "*") return true;
  if (need === "'self'" || wide.startsWith("'")) return wide === "'strict-dynamic'" && need !== "'self'";
  const asked = split(need);
  if (/^[a-z][a-z0-9+.-]*:$/.test(wide)) return wide === `${asked.scheme}:` || (wide === "http:" && asked.scheme === "https");
  const offered = split(wide);
  const scheme = !offered.scheme || offered.scheme === asked.scheme || (offered.scheme === "http" && asked.scheme === "https");
  const port = offered.port === "*" || offered.port === asked.port;
  const host = offered.host === asked.host || (offered.host.startsWith("*.") && asked.host.endsWith(offered.host.slice(1)));
  return scheme && port && host;
}

function split(source) {
  const [, scheme = "", host = "", port = ""] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^:/]*|\[[^\]]*\])(?::(\d+|\*))?/.exec(source) ?? [];
  const usual = { http: "80", https: "443" }[scheme] ?? "";
  return { scheme, host, port: port || usual };
}
