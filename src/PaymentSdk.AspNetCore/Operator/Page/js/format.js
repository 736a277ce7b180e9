// Formats money and times for people, and the outcome of an action as a sentence.
import { hasText, language, t } from "./language.js";

const locale = () => (language === "ko" ? "ko-KR" : "en-US");

export function money(value, currency = "KRW") {
  if (language === "ko" && currency === "KRW") return `${value.toLocaleString("ko-KR")}원`;
  // The gateway may name a currency that browsers do not know.
  return /^[A-Z]{3}$/.test(currency) ? new Intl.NumberFormat(locale(), { style: "currency", currency }).format(value) : `${value.toLocaleString(locale())} ${currency}`;
}

// The gateway's days and deadlines are in Korean time, wherever the operator is.
export const clock = text => new Intl.DateTimeFormat(locale(), { dateStyle: "short", timeStyle: "medium", timeZone: "Asia/Seoul" }).format(new Date(text));

// If the reason is not known, its empty parentheses are removed.
export const sentence = ({ outcome, text, reason, until }) => hasText(`told-${outcome}`)
  ? t(`told-${outcome}`, { reason: reason?.[language] ?? text ?? "", until: until ? clock(until) : "" }).replace(/ ?\(\)/, "")
  : text ?? "";

// The payment methods. The API names them in Korean or in English.
const methods = [
  ["CARD", "카드", "Card"],
  ["EASY_PAY", "간편결제", "Easy pay"],
  ["TRANSFER", "계좌이체", "Bank transfer"],
  ["VIRTUAL_ACCOUNT", "가상계좌", "Virtual account"],
  ["MOBILE_PHONE", "휴대폰", "Mobile phone"],
  ["CULTURE_GIFT_CERTIFICATE", "문화상품권", "Culture gift certificate"],
  ["FOREIGN_EASY_PAY", "해외간편결제", "Foreign easy pay"],
];

export function methodName(method) {
  const known = methods.find(entry => entry.includes(method));
  return known ? known[language === "ko" ? 1 : 2] : method;
}
