// What the page shows for an order: its status, and for an open one why the buyer came back.
const canceled = ["PAY_PROCESS_CANCELED", "USER_CANCEL"];

export function shownAs({ status }) {
  if (status !== "open") return status;
  const code = new URLSearchParams(location.search).get("code");
  if (canceled.includes(code)) return "canceledByBuyer";
  return code ? "failedInWindow" : "open";
}
