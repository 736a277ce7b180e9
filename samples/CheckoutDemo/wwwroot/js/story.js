// The journal of an order in plain words, for its buyer.
import { addTexts, t } from "./language.js";
import { h } from "./dom.js";
import { clock, money } from "./format.js";
import ko from "./texts/story/ko.js";
import en from "./texts/story/en.js";

addTexts({ ko, en });

const tones = {
  paid: "good", deposited: "good", refunded: "good", "partly-refunded": "good", "paid-late": "good", declined: "bad", "deposit-returned": "bad",
  "looked-into": "bad", "duplicate-payment": "bad",
};

const storyText = (step, amount, currency) => t(`story-${step}`, { amount: amount ? money(amount, currency) : "" });

// One line of the story: the time and the step.
export const storyLine = ({ at, step, amount }, currency) => h("li", { "data-step": step, "data-tone": tones[step] },
  h("time", { datetime: at }, clock(at)),
  h("div", {}, h("span", {}, storyText(step, amount, currency))));
