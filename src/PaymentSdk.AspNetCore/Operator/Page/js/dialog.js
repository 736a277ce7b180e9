// The name of the operator, and the dialog before an action: what it does, why it is done, and its outcome.
import { byId, h, show } from "./dom.js";
import { sentence } from "./format.js";
import { read, t, write } from "./language.js";

const key = "paymentsdk.operator.name";
const box = byId("who");
let user = null;
box.value = read(key) ?? "";
box.addEventListener("input", () => write(key, box.value.trim()));

// The journal always contains the name of the signed-in user, so the page does not request a name.
export function showUser(name) {
  user = name;
  byId("who-user").textContent = name ? t("user", { name }) : "";
  show(byId("who-user"), name !== null);
  show(byId("who-typed"), name === null);
}

export const name = () => user ?? box.value.trim();

export function askName() {
  box.focus();
  byId("error").textContent = t("nameFirst");
  show(byId("error"), true);
}

const dialog = byId("dialog");
let answer = null;

export const isOpen = () => dialog.open;

// fields: [{ name, label, type?, value?, required?, min?, max? }]; act({who, why, ...fields}) returns {done, outcome, text, reason, until}.
export function ask({ title, words, yes, fields = [], act, then }) {
  if (!name()) {
    askName();
    return;
  }
  show(byId("error"), false);
  byId("dialog-title").textContent = title;
  byId("dialog-words").textContent = words;
  byId("dialog-yes").textContent = yes;
  byId("dialog-yes").disabled = false;
  show(byId("dialog-error"), false);
  const why = { name: "why", label: t("why"), hint: t("whyHint"), required: true };
  byId("dialog-fields").replaceChildren(...[...fields, why].map(field));
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
  // The dialog opens with the focus on the reason, not on the button that acts, because an accidental key press would trigger it.
  dialog.querySelector("[name=why]").focus();
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
  if (!byId("dialog-yes").disabled) answer?.();
});
byId("dialog-no").addEventListener("click", () => dialog.close());
