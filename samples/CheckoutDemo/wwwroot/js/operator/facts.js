// Facts of an order that outlive its state.
import { h } from "../dom.js";
import { t } from "../language.js";

const chip = (text, tone) => h("span", { class: "chip", "data-tone": tone }, t(text));

export const factChips = ({ state, reversalRequested, isDuplicate }) => [
  reversalRequested && state !== "Reversing" ? chip("opReversalRequested", "wait") : null,
  isDuplicate && state !== "DuplicatePayment" ? chip("state-DuplicatePayment", "bad") : null,
].filter(Boolean);
