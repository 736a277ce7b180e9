// Compares the headers of a checkout page with those that the payment window needs (origins.md §6). Users can paste their own headers.
import { byId, h } from "../dom.js";
import { t } from "../language.js";
import { checksOf } from "./headerRules.js";

const shown = ["Cross-Origin-Opener-Policy", "Content-Security-Policy"];

export function headerCheck({ gateway }) {
  const box = byId("headers-text");
  let pages = "/lab";

  async function fetchHeaders(path) {
    pages = path;
    const answer = await fetch(path, { cache: "no-store" });
    if (pages !== path) return;
    box.value = shown.filter(name => answer.headers.has(name)).map(name => `${name}: ${answer.headers.get(name).replace(/;\s*/g, ";\n  ")}`).join("\n");
    render();
  }

  for (const button of document.querySelectorAll("[data-page]")) button.addEventListener("click", () => fetchHeaders(button.dataset.page));
  box.addEventListener("input", () => {
    pages = null;
    render();
  });

  function render() {
    for (const button of document.querySelectorAll("[data-page]")) button.setAttribute("aria-pressed", String(button.dataset.page === pages));
    const checks = checksOf(box.value, gateway);
    byId("checks").replaceChildren(...checks.map(row));
    const bad = checks.filter(check => !check.good).length;
    byId("checks-verdict").textContent = bad === 0 ? t("labHeadersGood") : t("labHeadersBad", { count: bad });
    byId("checks-verdict").dataset.good = String(bad === 0);
  }

  const row = ({ name, good, reason, needs, values }) => h("li", { class: "check", "data-testid": `check-${name}`, "data-good": String(good) },
    h("span", { class: "tick", "aria-hidden": "true" }, good ? "✓" : "✗"),
    h("div", {},
      h("b", {}, h("code", {}, t(`labHeader-${name}`))),
      h("p", {}, h("span", { class: "sr" }, t(good ? "labOk" : "labNotOk")), t(reason, values)),
      needs && h("code", { class: "needs" }, needs)));

  fetchHeaders(pages);
  return { render };
}
