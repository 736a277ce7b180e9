// The figures that raise alerts, the discrepancies with the gateway, and the events that have not been delivered to a handler.
import { ask, askName, name } from "./dialog.js";
import { button, byId, h, show } from "./dom.js";
import { clock, money, sentence } from "./format.js";
import { t } from "./language.js";
import { assignBreak, closeBreak, reconcile, retryEvent, skipEvent } from "./server.js";

const ages = ["oldestUnknownSince", "oldestUndeliveredSince"];
const names = ["attention", "oldestUnknownSince", "duplicatePayments", "failedPayouts", "openBreaks", "oldestUndeliveredSince", "waitingWebhooks"];

const age = (since, now) => {
  const seconds = Math.max(0, Math.round((new Date(now) - new Date(since)) / 1000));
  return seconds < 120 ? t("seconds", { count: seconds })
    : seconds < 7200 ? t("minutes", { count: Math.round(seconds / 60) })
    : t("hours", { count: Math.round(seconds / 3600) });
};

export function figures(read, hasHandlers) {
  byId("figures").replaceChildren(...names.map(name => {
    // A host without handlers delivers no events, so their age is not a fault there.
    const value = name === "oldestUndeliveredSince" && !hasHandlers ? null : read[name];
    const text = ages.includes(name) ? (value ? age(value, read.now) : t("none")) : String(value);
    // An unknown outcome or an undelivered event that is less than a minute old is normal, and waiting webhooks are always normal.
    const calm = ages.includes(name) ? !value || new Date(read.now) - new Date(value) < 60_000 : name === "waitingWebhooks" || value === 0;
    return h("div", { "data-calm": String(calm), "data-testid": `figure-${name}` }, h("dt", {}, t(`figure-${name}`)), h("dd", {}, text));
  }));
}

const amount = (value, currency) => (value === null ? "–" : money(value, currency));

export function breaks(rows, then) {
  byId("breaks").replaceChildren(...(rows.length ? rows.map(row => breakCard(row, then)) : [h("p", { class: "note" }, t("breaksNone"))]));
}

export function events(rows, hasHandlers, then) {
  byId("events").replaceChildren(...(rows.length ? rows.map(row => eventCard(row, then)) : [h("p", { class: "note" }, t(hasHandlers ? "eventsNone" : "eventsUnheard"))]));
}

let reconciled = null;

// Shows the last comparison in the current language.
export function report() {
  if (!reconciled) return;
  const { report } = reconciled;
  byId("report").textContent = !report ? sentence(reconciled) : [
    `${report.from} – ${report.last}`,
    ...report.sums.map(sum => `${sum.method} ${sum.currency}: ${t("ours")} ${money(sum.ours, sum.currency)}, ${t("theirs")} ${money(sum.theirs, sum.currency)}`),
    report.breaks === 0 ? t("noDiscrepancies") : t(report.breaks === 1 ? "oneDiscrepancy" : "discrepancies", { count: report.breaks }),
  ].join("\n");
}

export function reconcileButton(then) {
  byId("reconcile").addEventListener("click", async () => {
    byId("reconcile").disabled = true;
    reconciled = null;
    byId("report").textContent = t("reconciling");
    show(byId("report"), true);
    reconciled = await reconcile();
    report();
    byId("reconcile").disabled = false;
    then({ done: true });
  });
}

function breakCard(row, then) {
  return h("article", { class: "panel card", "data-testid": "break", "data-key": row.key },
    h("header", {}, h("h3", {}, t(`break-${row.kind}`)), h("span", { class: "chip" }, row.day),
      h("span", { class: "price" }, `${t("ours")} ${amount(row.ours, row.currency)} · ${t("theirs")} ${amount(row.theirs, row.currency)}`)),
    h("p", { class: "next" }, t(`break-${row.kind}-words`)),
    h("p", { class: "keys", lang: "en" }, row.detail),
    h("p", { class: "keys" }, `${t("owner")}: ${row.owner ?? t("nobody")} · ${t("since", { moment: clock(row.openedAt) })}`, h("code", {}, row.key), row.orderId && h("code", {}, row.orderId)),
    h("div", { class: "choices" },
      button(t("take"), "break-take", async () => (name() ? then(await assignBreak(row.key)({ who: name() })) : askName())),
      button(t("close"), "break-close", () => ask({ title: t("closeTitle"), words: t("closeWords"), yes: t("close"), act: closeBreak(row.key), then }))));
}

function eventCard(row, then) {
  return h("article", { class: row.tries > 0 ? "panel card" : "panel card calm", "data-testid": "event" },
    h("header", {}, h("h3", {}, t(`event-${row.type}`)), h("span", { class: "chip", "data-tone": row.tries > 0 ? "bad" : null }, row.tries > 0 ? t("tries", { count: row.tries }) : t("untried")), row.error && h("code", {}, row.error)),
    h("p", { class: "keys" }, t("since", { moment: clock(row.recordedAt) }), h("code", {}, row.orderId), h("code", {}, row.id)),
    h("div", { class: "choices" },
      button(t("retry"), "event-retry", async () => then(await retryEvent(row.id)), true),
      button(t("skipEvent"), "event-skip", () => ask({ title: t("skipTitle"), words: t("skipWords"), yes: t("skipEvent"), act: skipEvent(row.id), then }))));
}
