// Draws one situation: the page on the left, the server on the right, and the messages between them.
import { h } from "../dom.js";
import { t } from "../language.js";
import { allowOriginOf } from "./outcome.js";

export function scene(situation) {
  const pane = situation.frame ?? h("p", { "data-t": "labThisPage" });
  return h("div", { class: "scene" },
    h("div", { class: "actors" },
      h("div", { class: "window" },
        h("div", { class: "bar" }, h("i"), h("i"), h("i"), h("code", {}, situation.page ?? "—")),
        h("div", { class: "pane" }, pane)),
      h("div", { class: "server" },
        h("b", { "data-t": `labServer-${situation.server}` }), h("code", {}, situation.origin),
        h("small", { class: "handler", "data-part": "handler", "data-testid": "handler" }))),
    h("ol", { class: "wire", "data-part": "wire" }),
    h("p", { class: "saw", "data-part": "saw", "data-testid": "seen" }));
}

export function fillScene(card, situation, outcome) {
  const wire = card.querySelector("[data-part=wire]");
  const saw = card.querySelector("[data-part=saw]");
  wire.replaceChildren(...(outcome ? messages(situation, outcome) : [message("idle", "…", "")]));
  const handler = card.querySelector("[data-part=handler]");
  handler.textContent = outcome && situation.server === "shop" ? t(outcome.handlerRan ? "labHandlerRan" : "labHandlerIdle") : "";
  handler.dataset.ran = String(Boolean(outcome?.handlerRan));
  saw.replaceChildren(...(outcome ? [h("b", {}, t("labSaw")), " ", h("code", {}, sawText(outcome.seen))] : []));
}

const sawText = seen => seen.error === "no-answer" ? t("labNoAnswer") : seen.error ?? `HTTP ${seen.status} ${seen.body}`;

function messages(situation, { preflight, call, seen }) {
  const crosses = situation.page !== situation.origin;
  const rows = [];
  if (preflight) rows.push(message("out", "OPTIONS", t("labMayI")), reply(preflight, crosses));
  if (call) rows.push(message("out", call.method, situation.path), reply(call, crosses));
  else if (seen.error) rows.push(message("never", "POST", t("labNever")));
  return rows;
}

function reply(exchange, crosses) {
  const allow = allowOriginOf(exchange);
  const good = exchange.status > 0 && exchange.status < 400 && (allow || !crosses);
  const words = !crosses ? "" : allow ? t(exchange.method === "OPTIONS" ? "labMaySend" : "labMayRead") : t("labNoAllow");
  return message(good ? "reply good" : crosses && !allow ? "reply bad stopped" : "reply bad", exchange.status || t("labNoStatus"), words);
}

const message = (kind, what, words) => h("li", { class: `message ${kind}` },
  h("span", { class: "what" }, h("b", {}, String(what)), words && h("small", {}, words)),
  h("i", { class: "line", "aria-hidden": "true" }));
