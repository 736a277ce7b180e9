// The CORS laboratory.
import "./texts.js";
import { byId } from "../dom.js";
import { speak } from "../language.js";
import { card } from "./card.js";
import { compareBox } from "./compare.js";
import { headerCheck } from "./headers.js";
import { describe } from "./server.js";
import { situations } from "./situations.js";

const lab = await describe();
const cards = situations(lab).map((situation, index) => card(situation, index + 1));
byId("cases").append(...cards.map(one => one.element));
const parts = [...cards, compareBox(), headerCheck(lab)];

// Runs the experiments one after the other, so that the browser's console shows them in this order.
async function runAll() {
  byId("run-all").disabled = true;
  for (const one of cards) await one.run();
  byId("run-all").disabled = false;
}

byId("run-all").addEventListener("click", runAll);
speak(() => parts.forEach(part => part.render()));
runAll();
