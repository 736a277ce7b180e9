// What the page shows for an order: its status, and for an open one why the buyer came back.
const canceled = ["PAY_PROCESS_CANCELED", "USER_CANCEL"];
const notes = { "payment-unavailable": "unavailable", "amount-mismatch": "amountMismatch" };

export function shownAs({ status }) {
  if (status !== "open") return status;
  const query = new URLSearchParams(location.search);
  const code = query.get("code");
  if (canceled.includes(code)) return "canceledByBuyer";
  const note = notes[query.get("problem") ?? code];
  return note ?? (code ? "failedInWindow" : "open");
}
