// Shows the request and the answer, line by line.
import { h } from "../dom.js";
import { t } from "../language.js";
import { consoleText } from "./consoleText.js";

// The text in the browser's console, if there is one.
export const consoleOf = (situation, { seen, address, last }) => seen.error && last?.status
  ? [fact("console", [consoleText(address, situation.page, last.status)], situation.server === "api" ? t("labConsoleNote") : null)]
  : [];

// The code that the shop's programmer wrote to get this result.
const wrote = {
  direct: () => 'app.MapPayments();   // POST /payments/confirm',
  same: () => 'app.MapPost("/api/orders", OpenOrder)\n   .RequireMerchantOrigin();',
  registered: page => `.AddMerchantOrigins("${page}")`,
};

export const codeOf = ({ key, page }) => wrote[key] && page ? [fact("code", [wrote[key](page)], t(`labCode-${key}`))] : [];

// The body that the page cannot read. In Development it says what differs and what to do.
export const diagnosisOf = ({ problem }) => problem ? [diagnosis(problem)] : [];

// The HTTP messages that were sent.
export function factsOf(situation, outcome) {
  const { preflight, call } = outcome;
  return [
    fact("preflight", preflight ? [`OPTIONS ${situation.path}`, ...lines(preflight.request), "", ...answerLines(preflight, true)] : [t("labNoPreflight")],
      situation.server === "api" ? t("labServerLooked") : null),
    fact("request", requestLines(situation, outcome), t("labRequestNote")),
    fact("answer", call ? answerLines(call) : [t("labNeverSent"), ...(preflight?.body ? [t("labPreflightBody"), "", pretty(preflight.body)] : [])]),
  ];
}

// The request that the browser sent. If it sent only the preflight, the request that it would have sent next.
function requestLines(situation, { call, preflight }) {
  const origin = (call ?? preflight)?.request.find(line => line.name === "Origin");
  const sent = call ? lines(call.request) : [...(origin ? lines([origin]) : []), "Content-Type: application/json"];
  return [...(call ? [] : [`(${t("labNever")})`]), `POST ${situation.path}`, ...sent, "", JSON.stringify(situation.body)];
}

const lines = headers => headers.map(header => `${header.name}: ${header.value}`);

function answerLines(exchange, short) {
  if (!exchange.status) return [t("labNoStatus")];
  const allowed = exchange.response.some(line => line.name === "Access-Control-Allow-Origin");
  return [`HTTP ${exchange.status}`, ...lines(exchange.response), ...(allowed ? [] : [`(${t("labNoAllow")})`]), ...(exchange.body && !short ? ["", pretty(exchange.body)] : [])];
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const fact = (name, content, note) => h("div", { class: "fact", "data-testid": name },
  h("dt", {}, t(`labFact-${name}`)),
  h("dd", {}, h("pre", {}, content.join("\n")), note && h("small", {}, note)));

function diagnosis(problem) {
  return h("div", { class: "diagnosis", "data-testid": "diagnosis" },
    h("h4", {}, t("labFact-diagnosis")),
    h("p", { class: "slug" }, problem.type),
    problem.detail && h("p", { class: "detail", lang: "en" }, problem.detail),
    problem.differs && h("p", { class: "parts" }, ...["scheme", "host", "port"].map(part => mark(part, !problem.differs.includes(part)))),
    h("small", {}, t(problem.detail ? "labDiagnosisNote" : "labNoDiagnosis")));
}

const mark = (part, same) => h("span", { class: same ? "mark-chip good" : "mark-chip bad" }, `${same ? "✓" : "✗"} ${t(`labPart-${part}`)}`);
