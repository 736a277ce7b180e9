// The laboratory's calls to the shop's server.
const json = async answer => (await answer).json();

export const describe = () => json(fetch("/api/lab"));
export const record = run => json(fetch(`/api/lab/runs/${run}`, { cache: "no-store" }));
export const apiPreflight = () => json(fetch("/api/lab/api-preflight", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }));
export const compare = (a, b) => json(fetch(`/api/lab/compare?${new URLSearchParams({ a, b })}`));
