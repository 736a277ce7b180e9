// Money and moments as the buyer reads them.
import { language } from "./language.js";

const locale = () => (language === "ko" ? "ko-KR" : "en-US");

export function money(value, currency = "KRW") {
  if (language === "ko" && currency === "KRW") return `${value.toLocaleString("ko-KR")}원`;
  return new Intl.NumberFormat(locale(), { style: "currency", currency }).format(value);
}

// Bank deadlines and receipts are Korean time, wherever the buyer is.
export function moment(text) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short", timeZone: "Asia/Seoul" }).format(new Date(text));
}

// A moment of a story, to the second.
export function clock(text) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "short", timeStyle: "medium", timeZone: "Asia/Seoul" }).format(new Date(text));
}
