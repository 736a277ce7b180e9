// Korean and English. The browser's language is the default, and the operator's own choice is remembered.
import ko from "./texts/ko.js";
import en from "./texts/en.js";

const texts = { ko, en };
const key = "paymentsdk.operator.language";

// Local storage that never throws. A private window may have no local storage; the choice is then forgotten.
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
    // The page works without stored values.
  }
}

function preferred() {
  const kept = read(key);
  if (kept in texts) return kept;
  return (navigator.languages ?? [navigator.language]).find(tag => /^(ko|en)\b/i.test(tag))?.slice(0, 2).toLowerCase() ?? "en";
}

export let language = preferred();

// Returns a text by its name, with each {name} in it replaced by values.name.
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

// Fills in the page's own texts, and calls render whenever the language changes.
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
