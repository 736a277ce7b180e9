// The figures that alerts are raised by.
import { byId, h } from "../dom.js";
import { t } from "../language.js";

const ages = ["oldestUnknownSince", "oldestUndeliveredSince"];
const names = ["attention", "oldestUnknownSince", "duplicatePayments", "failedPayouts", "openBreaks", "oldestUndeliveredSince", "waitingWebhooks"];

export const age = (since, now) => {
  const seconds = Math.max(0, Math.round((new Date(now) - new Date(since)) / 1000));
  return seconds < 120 ? t("opSeconds", { count: seconds })
    : seconds < 7200 ? t("opMinutes", { count: Math.round(seconds / 60) })
    : t("opHours", { count: Math.round(seconds / 3600) });
};

export function figures(read) {
  byId("figures").replaceChildren(...names.map(name => {
    const value = read[name];
    const text = ages.includes(name) ? (value ? age(value, read.now) : t("opNone")) : String(value);
    // Events and webhooks on their way are no bad news for a minute.
    const calm = ages.includes(name) || name === "waitingWebhooks" ? !value || (ages.includes(name) && new Date(read.now) - new Date(value) < 60_000) : value === 0;
    return h("div", { "data-calm": String(calm), "data-testid": `figure-${name}` }, h("dt", {}, t(`figure-${name}`)), h("dd", {}, text));
  }));
}
