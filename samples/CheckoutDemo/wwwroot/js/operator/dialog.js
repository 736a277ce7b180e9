// Asks before anything is done: what it does, why it is done, and what became of it.
import { byId, h, show } from "../dom.js";
import { t } from "../language.js";
import { sentence } from "./told.js";
import { name } from "./who.js";

const dialog = byId("dialog");
let answer = null;

export const isOpen = () => dialog.open;

// fields: [{ name, label, type?, value?, required? }]; act({who, why, ...fields}) gives {done, outcome, text, until}.
export function ask({ title, words, yes, fields = [], act, then }) {
  if (!name()) {
    byId("who").focus();
    byId("op-error").textContent = t("opNameFirst");
    show(byId("op-error"), true);
    return;
  }
  show(byId("op-error"), false);
  byId("dialog-title").textContent = title;
  byId("dialog-words").textContent = words;
  byId("dialog-yes").textContent = yes;
  byId("dialog-yes").disabled = false;
  show(byId("dialog-error"), false);
  byId("dialog-fields").replaceChildren(...[...fields, { name: "why", label: t("opWhy"), hint: t("opWhyHint"), required: true }].map(field));
  answer = async () => {
    byId("dialog-yes").disabled = true;
    const told = await act({ who: name(), ...values() });
    byId("dialog-yes").disabled = false;
    if (told.done) dialog.close();
    byId("dialog-error").textContent = sentence(told);
    show(byId("dialog-error"), !told.done);
    then(told);
  };
  dialog.showModal();
}

const field = ({ name, label, hint, type = "text", value = "", required = false, min, max }) => type === "checkbox"
  ? h("label", { class: "check" }, h("input", { type, name, "data-testid": `field-${name}` }), h("span", {}, label))
  : h("label", {}, h("span", {}, label), h("input", { type, name, value, placeholder: hint, required, min, max, step: type === "number" ? "any" : null, maxlength: 200, autocomplete: "off", "data-testid": `field-${name}` }));

function values() {
  const entries = [...byId("dialog-fields").querySelectorAll("input")]
    .map(({ name, type, value, checked }) => [name, type === "checkbox" ? checked : type === "number" ? (value === "" ? null : Number(value)) : value.trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}

byId("dialog-form").addEventListener("submit", event => {
  event.preventDefault();
  answer?.();
});
byId("dialog-no").addEventListener("click", () => dialog.close());
