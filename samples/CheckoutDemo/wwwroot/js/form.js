// How the window gives its result back: by redirect (default), or by a promise to the page (?form=promise).
const key = "soban.form";

export function form() {
  const asked = new URLSearchParams(location.search).get("form");
  const chosen = asked ?? sessionStorage.getItem(key);
  if (asked) sessionStorage.setItem(key, asked);
  return chosen === "promise" ? "promise" : "redirect";
}

export function chooseForm(value) {
  sessionStorage.setItem(key, value);
  const address = new URL(location.href);
  address.searchParams.delete("form");
  location.replace(address);
  location.reload();
}
