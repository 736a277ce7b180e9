// Compares two addresses and shows which of the three parts differ. The SDK computes the answer: Origin.OfAddress, Compare, OriginDiagnosis.
import { byId, h, show } from "../dom.js";
import { t } from "../language.js";
import { notesOf } from "./compareNotes.js";
import { compare } from "./server.js";

const names = ["scheme", "host", "port"];
const examples = [
  ["https://www.myshop.com/example/", "www"],
  ["http://myshop.com/example/", "http"],
  ["http://myshop.com:8080/example/", "http :8080"],
  ["http://en.myshop.com/example/", "http en."],
  ["https://myshop.com:443/pay", ":443"],
  ["https://MyShop.com/cart?id=1", "/path"],
  ["https://rnyshop.com", "rn ≈ m"],
];

export function compareBox() {
  const [a, b] = [byId("address-a"), byId("address-b")];
  let answer = null, asked = 0, pause;

  async function ask() {
    const mine = ++asked;
    const found = await compare(a.value, b.value).catch(() => null);
    if (mine !== asked) return;
    answer = found;
    render();
  }

  for (const box of [a, b]) box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 120);
  });
  byId("examples").append(...examples.map(([address, name]) => h("button", {
    type: "button", class: "chip", "data-testid": "example", onclick: () => {
      a.value = "https://myshop.com";
      b.value = address;
      ask();
    },
  }, name)));

  function render() {
    const result = byId("compare-result");
    const differs = answer?.differs;
    result.dataset.same = differs ? String(differs.length === 0) : "";
    result.dataset.differs = differs ? differs.join(" ") || "none" : "";
    byId("compare-verdict").textContent = !answer ? "" : !differs ? t("labNoAddress")
      : differs.length === 0 ? t("labSame", { origin: answer.a.origin })
      : t("labDiffers", { parts: differs.map(part => t(`labPart-${part}`)).join(", ") });
    byId("compare-parts").replaceChildren(...(answer ? names.map(row) : []));
    byId("compare-notes").replaceChildren(...(answer ? notesOf(answer, a.value, b.value).map(note => h("li", {}, note)) : []));
    byId("compare-diagnosis").textContent = answer?.diagnosis ?? "";
    show(byId("compare-said"), Boolean(answer?.diagnosis));
    for (const [box, read] of [[a, answer?.a], [b, answer?.b]]) box.setAttribute("aria-invalid", String(Boolean(read?.problem)));
  }

  function row(name) {
    const same = answer.differs ? !answer.differs.includes(name) : null;
    const value = read => h("td", {}, h("code", {}, read[name] === null ? "—" : String(read[name])));
    return h("tr", { "data-testid": `part-${name}`, "data-same": same === null ? "" : String(same) },
      h("th", { scope: "row" }, t(`labPart-${name}`)), value(answer.a),
      h("td", { class: "sign" }, h("span", { "aria-hidden": "true" }, same === null ? "·" : same ? "✓" : "✗"), h("span", { class: "sr" }, same === null ? "" : t(same ? "labEqual" : "labUnequal"))),
      value(answer.b));
  }

  ask();
  return { render };
}
