// The names of the payment methods in the buyer's language. The API returns them in Korean or in English (payment-api.md §3.1).
import { language } from "./language.js";

const names = [
  ["CARD", "카드", "Card"],
  ["EASY_PAY", "간편결제", "Easy pay"],
  ["TRANSFER", "계좌이체", "Bank transfer"],
  ["VIRTUAL_ACCOUNT", "가상계좌", "Virtual account"],
  ["MOBILE_PHONE", "휴대폰", "Mobile phone"],
  ["CULTURE_GIFT_CERTIFICATE", "문화상품권", "Culture gift certificate"],
  ["FOREIGN_EASY_PAY", "해외간편결제", "Foreign easy pay"],
];

export function methodName(method) {
  const known = names.find(entry => entry.includes(method));
  return known ? (language === "ko" ? known[1] : known[2]) : method;
}
