// Shows one situation: a sentence, a picture, and the facts.
import { h } from "../dom.js";
import { hasText, t } from "../language.js";
import { outcomeOf } from "./outcome.js";
import { codeOf, consoleOf, diagnosisOf, factsOf } from "./facts.js";
import { fillScene, scene } from "./scene.js";

export function card(situation, number) {
  const element = h("article", { class: "case panel", id: `case-${situation.key}`, "data-testid": `case-${situation.key}`, "data-state": "idle" },
    h("header", {},
      h("span", { class: "number", "aria-hidden": "true" }, String(number)),
      h("h3", { "data-t": `labCase-${situation.key}` }),
      h("span", { class: "verdict", role: "status", "data-testid": "verdict", "data-part": "verdict" })),
    h("div", { class: "case-body" },
      h("div", { class: "picture" }, scene(situation), h("div", { "data-part": "diagnosis" })),
      h("div", { class: "story" },
        h("p", { class: "plain", "data-testid": "explanation", "data-part": "plain" }),
        h("dl", { class: "facts-list", "data-part": "story" }),
        h("button", { type: "button", class: "button quiet", "data-testid": `run-${situation.key}`, "data-t": "labRun", disabled: !situation.run, onclick: run }))),
    h("details", { class: "lines", "data-testid": "lines", open: matchMedia("(min-width: 961px)").matches },
      h("summary", { "data-t": "labLines" }),
      h("dl", { class: "facts-list", "data-part": "facts" })));
  let outcome = null, state = situation.run ? "idle" : "closed";

  async function run() {
    if (!situation.run || state === "running") return;
    state = "running";
    render();
    try {
      outcome = outcomeOf(await situation.run());
      state = outcome.verdict;
    } catch (error) {
      console.error(error);
      outcome = null;
      state = "failed";
    }
    render();
  }

  function render() {
    const part = name => element.querySelector(`[data-part=${name}]`);
    element.dataset.state = state;
    element.setAttribute("aria-busy", String(state === "running"));
    part("verdict").textContent = t(`labVerdict-${state}`);
    part("plain").textContent = plain();
    if (state === "running") return;
    fillScene(element, situation, outcome);
    part("story").replaceChildren(...(outcome ? consoleOf(situation, outcome) : []), ...codeOf(situation));
    part("diagnosis").replaceChildren(...(outcome ? diagnosisOf(outcome) : []));
    part("facts").replaceChildren(...(outcome ? factsOf(situation, outcome) : []));
  }

  function plain() {
    if (state === "closed") return t("labClosed");
    if (!outcome) return t(`labAbout-${situation.key}`);
    const told = `labTold-${situation.key}-${outcome.verdict}`;
    return t(hasText(told) ? told : "labTold-unexpected");
  }

  return { element, run, render };
}
