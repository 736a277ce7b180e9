// Korean and English. The browser's language chooses first, the operator's own choice is kept.
import ko from "./texts/ko.js";
import en from "./texts/en.js";

const texts = { ko, en };
const key = "paymentsdk.operator.language";

// Local storage that never throws: a private window may have none, then the page forgets.
export function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The page works on without memory.
  }
}

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

export const hasText = name => name in texts[language];

function apply() {
  document.documentElement.lang = language;
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  for (const choice of document.querySelectorAll("[data-language]")) choice.setAttribute("aria-pressed", String(choice.dataset.language === language));
}

// Fills the page's own texts, and calls render whenever the language is switched.
export function speak(render) {
  for (const choice of document.querySelectorAll("[data-language]")) {
    choice.addEventListener("click", () => {
      language = choice.dataset.language;
      write(key, language);
      apply();
      render();
    });
  }
  apply();
}
