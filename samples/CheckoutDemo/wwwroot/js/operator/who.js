// The operator's name, kept for the next time.
import { byId } from "../dom.js";
import { read, write } from "../storage.js";

const key = "soban.operator";
const box = byId("who");
box.value = read(key) ?? "";
box.addEventListener("input", () => write(key, box.value.trim()));

export const name = () => box.value.trim();
