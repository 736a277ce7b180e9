// Formats amounts and times for the buyer.
import { language } from "./language.js";

const locale = () => (language === "ko" ? "ko-KR" : "en-US");

export function money(value, currency = "KRW") {
  if (language === "ko" && currency === "KRW") return `${value.toLocaleString("ko-KR")}원`;
  return new Intl.NumberFormat(locale(), { style: "currency", currency }).format(value);
}

// Bank deadlines and receipts are in Korean time, wherever the buyer is.
export function moment(text) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Seoul" }).format(new Date(text));
}

// Formats the time of a story step, to the second.
export function clock(text) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "short", timeStyle: "medium", timeZone: "Asia/Seoul" }).format(new Date(text));
}
