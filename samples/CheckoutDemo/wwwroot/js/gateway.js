// The payment window's script. A widget key (…_gck_) draws the widget; an individual key (…_ck_) opens the plain window.
import { h } from "./dom.js";
import { t } from "./language.js";

let loading;

function load(address) {
  loading ??= new Promise((resolve, reject) => {
    const script = h("script", { src: address });
    script.addEventListener("load", () => resolve(window.TossPayments));
    script.addEventListener("error", () => reject(new Error("The script of the payment window did not load.")));
    document.head.append(script);
  }).catch(error => {
    loading = null;
    throw error;
  });
  return loading;
}

// Draws the choice of payment methods; the answer opens the window with the request it is given.
export async function drawPayment({ widget, order, customerKey, methods, agreement }) {
  const TossPayments = await load(widget.scriptUrl);
  const gateway = TossPayments(widget.clientKey);
  const buyer = { customerKey: customerKey ?? TossPayments.ANONYMOUS ?? "ANONYMOUS" };
  return /^(test|live)_gck_/.test(widget.clientKey)
    ? drawWidget(gateway.widgets(buyer), order.amount, methods, agreement)
    : drawMethods(gateway.payment(buyer), order.amount, methods);
}

async function drawWidget(widgets, amount, methods, agreement) {
  await widgets.setAmount(amount);
  const drawn = await Promise.all([
    widgets.renderPaymentMethods({ selector: `#${methods.id}`, variantKey: "DEFAULT" }),
    widgets.renderAgreement({ selector: `#${agreement.id}`, variantKey: "AGREEMENT" }),
  ]);
  return {
    request: request => widgets.requestPayment(request),
    destroy: () => drawn.forEach(part => part?.destroy?.()),
  };
}

function drawMethods(payment, amount, methods) {
  const choice = (value, text, checked) => h("label", {}, h("input", { type: "radio", name: "method", value, checked, "data-testid": `method-${value}` }), t(text));
  methods.replaceChildren(h("fieldset", { class: "methods" }, h("legend", {}, t("method")),
    choice("CARD", "methodCard", true), choice("TRANSFER", "methodTransfer"), choice("VIRTUAL_ACCOUNT", "methodAccount")));
  return {
    request: request => payment.requestPayment({ ...request, amount, method: methods.querySelector(":checked").value }),
    destroy: () => methods.replaceChildren(),
  };
}
