// Discrepancies with the gateway, and events that no handler has taken.
import { byId, h, show } from "../dom.js";
import { clock, money } from "../format.js";
import { t } from "../language.js";
import { ask } from "./dialog.js";
import { assignBreak, closeBreak, reconcile, retryEvent, skipEvent } from "./server.js";
import { sentence } from "./told.js";
import { name } from "./who.js";

const button = (text, id, onclick, quiet = true) => h("button", { type: "button", class: quiet ? "button quiet small" : "button small", "data-testid": id, onclick }, text);
const amount = (value, currency) => (value === null ? "–" : money(value, currency));

export function breaks(rows, then) {
  byId("breaks").replaceChildren(...(rows.length ? rows.map(row => breakCard(row, then)) : [h("p", { class: "note" }, t("opBreaksNone"))]));
}

export function events(rows, then) {
  byId("events").replaceChildren(...(rows.length ? rows.map(row => eventCard(row, then)) : [h("p", { class: "note" }, t("opEventsNone"))]));
}

export function reconcileButton(then) {
  byId("reconcile").addEventListener("click", async () => {
    byId("reconcile").disabled = true;
    byId("report").textContent = t("opReconciling");
    show(byId("report"), true);
    byId("report").textContent = sentence(await reconcile());
    byId("reconcile").disabled = false;
    then({ done: true });
  });
}

function breakCard(row, then) {
  return h("article", { class: "panel card", "data-testid": "break", "data-key": row.key },
    h("header", {}, h("h3", {}, t(`break-${row.kind}`)), h("span", { class: "chip" }, row.day),
      h("span", { class: "price" }, `${t("opOurs")} ${amount(row.ours, row.currency)} · ${t("opTheirs")} ${amount(row.theirs, row.currency)}`)),
    h("p", { class: "next" }, t(`break-${row.kind}-words`)),
    h("p", { class: "keys", lang: "en" }, row.detail),
    h("p", { class: "keys" }, `${t("opOwner")}: ${row.owner ?? t("opNobody")} · ${t("opSince", { moment: clock(row.openedAt) })}`, h("code", {}, row.key), row.orderId && h("code", {}, row.orderId)),
    h("div", { class: "choices" },
      button(t("opTake"), "break-take", async () => then(name() ? await assignBreak(row.key)({ who: name() }) : { done: false, text: t("opNameFirst") })),
      button(t("opClose"), "break-close", () => ask({ title: t("opCloseTitle"), words: t("opCloseWords"), yes: t("opClose"), act: closeBreak(row.key), then }))));
}

function eventCard(row, then) {
  return h("article", { class: "panel card", "data-testid": "event" },
    h("header", {}, h("h3", {}, t(`event-${row.type}`)), h("span", { class: "chip", "data-tone": row.tries > 0 ? "bad" : null }, t("opTries", { count: row.tries })), row.error && h("code", {}, row.error)),
    h("p", { class: "keys" }, t("opSince", { moment: clock(row.recordedAt) }), h("code", {}, row.orderId), h("code", {}, row.id)),
    h("div", { class: "choices" },
      button(t("opRetry"), "event-retry", async () => then(await retryEvent(row.id)), false),
      button(t("opSkip"), "event-skip", () => ask({ title: t("opSkipTitle"), words: t("opSkipWords"), yes: t("opSkip"), act: skipEvent(row.id), then }))));
}
