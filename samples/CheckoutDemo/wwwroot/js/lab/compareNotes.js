// Explains why two addresses have the same origin or not, with one sentence for each common mistake.
import { t } from "../language.js";

const defaultPort = { http: 80, https: 443 };
const loopback = /^(localhost|127\..*|\[::1\])$/;

export function notesOf({ a, b, differs }, textA, textB) {
  const problems = [a.problem, b.problem].filter(Boolean);
  if (problems.length) return [...new Set(problems)];
  const notes = [];
  if (differs.includes("scheme")) notes.push(t(differs.includes("port") ? "labNote-scheme" : "labNote-scheme-ports"));
  if (differs.includes("host")) notes.push(hostNote(a.host, b.host));
  if (differs.includes("port")) notes.push(t("labNote-port", { a: a.port, b: b.port }));
  for (const [read, text] of [[a, textA], [b, textB]]) notes.push(...spelling(read, text.trim()));
  return [...new Set(notes)];
}

function hostNote(a, b) {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long === `${short}.`) return t("labNote-dot");
  if (long === `www.${short}`) return t("labNote-www", { long, short });
  if (long.endsWith(`.${short}`)) return t("labNote-subdomain", { long, short });
  if (loopback.test(a) && loopback.test(b)) return t("labNote-loopback");
  return t("labNote-host");
}

function spelling(read, text) {
  const authority = text.replace(/^[a-z]+:\/*/i, "").split(/[/?#\\]/)[0];
  const rest = text.slice(text.indexOf(authority) + authority.length);
  return [
    new RegExp(`:0*${defaultPort[read.scheme]}$`).test(authority) && t("labNote-default-port", { scheme: read.scheme, port: read.port }),
    rest.length > 0 && rest !== "/" && t("labNote-path"),
    /[A-Z]/.test(authority) && t("labNote-case"),
    /[^\x00-\x7f]/.test(authority) && t("labNote-unicode", { host: read.host }),
  ].filter(Boolean);
}
