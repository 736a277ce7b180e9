// The languages Korean and English. The browser's language is the default, and the buyer's own choice is stored.
import ko from "./texts/ko.js";
import en from "./texts/en.js";
import { read, write } from "./storage.js";

const texts = { ko, en };
const key = "soban.language";

function preferred() {
  const kept = read(key);
  if (kept in texts) return kept;
  return (navigator.languages ?? [navigator.language]).find(tag => /^(ko|en)\b/i.test(tag))?.slice(0, 2).toLowerCase() ?? "en";
}

export let language = preferred();

// Returns the text with this name. Each {word} in it is replaced by values[word].
export function t(name, values = {}) {
  return (texts[language][name] ?? name).replace(/\{(\w+)\}/g, (whole, word) => values[word] ?? whole);
}

// Adds a page's own texts to the shared ones.
export function addTexts(more) {
  for (const [name, added] of Object.entries(more)) Object.assign(texts[name], added);
}

export function hasText(name) {
  return name in texts[language];
}

function apply() {
  document.documentElement.lang = language;
  document.title = `${t("shopName")} — ${t(document.body.dataset.line ?? "shopLine")}`;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
}

// Fills in the texts of the page and calls render, now and whenever the language changes.
export function speak(render) {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      language = button.dataset.language;
      write(key, language);
      apply();
      render();
    });
  }
  apply();
  render();
}
