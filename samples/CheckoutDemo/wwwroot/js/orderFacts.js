// The facts of an order, listed like a receipt.
import { h } from "./dom.js";
import { money, moment } from "./format.js";
import { language, t } from "./language.js";
import { methodName } from "./methods.js";

const row = (label, value, name, strong) => h("div", { class: strong ? "strong" : null }, h("dt", {}, t(label)), h("dd", { "data-testid": name }, value));

export function facts(order) {
  const { currency, value } = order.amount;
  const account = order.depositAccount;
  const refunded = order.balance === null || order.balance === undefined || !["partlyCanceled", "canceled"].includes(order.status) ? 0 : value - order.balance;
  return [
    row("orderName", order.orderName, "fact-name"),
    row(account ? "amountToDeposit" : "amount", money(value, currency), "fact-amount", true),
    account && row("bank", account.bankName?.[language] ?? t("bankUnknown", { code: account.bankCode }), "fact-bank"),
    account && row("account", h("code", {}, account.accountNumber), "fact-account"),
    account?.dueDate && row("dueDate", moment(account.dueDate), "fact-due"),
    order.approvedAt && refunded > 0 && row("refunded", money(refunded, currency), "fact-refunded"),
    order.method && row("paidWith", methodName(order.method), "fact-method"),
    order.approvedAt && row("approvedAt", moment(order.approvedAt), "fact-approved"),
    order.orderNumber && row("orderNumber", h("code", {}, order.orderNumber), "fact-number"),
    row("paymentOrderId", h("code", {}, order.orderId), "fact-order"),
  ].filter(Boolean);
}
