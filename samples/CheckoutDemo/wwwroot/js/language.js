// Korean and English. The browser's language chooses first, the buyer's own choice is kept.
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

// A text by its name; {name} in it is replaced by values.name.
export function t(name, values = {}) {
  return (texts[language][name] ?? name).replace(/\{(\w+)\}/g, (whole, word) => values[word] ?? whole);
}

// A page's own texts, beside those that all pages share.
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

// Fills the page's own texts and calls render now and whenever the language is switched.
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
