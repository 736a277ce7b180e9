/** What the window needs to know of a request; members that the sandbox does not play are left out. */
function describeOrder(kind, clientKey, customerKey, request, amount, method) {
  return {
    kind: kind,
    clientKey: clientKey,
    customerKey: customerKey,
    method: method,
    amount: amount,
    orderId: request.orderId,
    orderName: request.orderName,
    successUrl: request.successUrl || null,
    failUrl: request.failUrl || null,
    customerName: request.customerName || null,
    customerEmail: request.customerEmail || null,
    customerMobilePhone: isGiven(request.customerMobilePhone) ? String(request.customerMobilePhone) : null,
    taxFreeAmount: request.taxFreeAmount || 0,
    metadata: describeMetadata(request.metadata),
    card: describeCard(request.card),
    virtualAccount: describeVirtualAccount(request.virtualAccount),
  };
}

function describeMetadata(metadata) {
  if (!isGiven(metadata)) {
    return null;
  }
  const texts = {};
  Object.keys(metadata).forEach(function (key) {
    texts[key] = String(metadata[key]);
  });
  return texts;
}

function describeCard(card) {
  return isGiven(card)
    ? {
      cardCompany: card.cardCompany || null,
      easyPay: card.easyPay || null,
      cardInstallmentPlan: isGiven(card.cardInstallmentPlan) ? card.cardInstallmentPlan : null,
      maxCardInstallmentPlan: isGiven(card.maxCardInstallmentPlan) ? card.maxCardInstallmentPlan : null,
    }
    : null;
}

function describeVirtualAccount(account) {
  return isGiven(account)
    ? { validHours: isGiven(account.validHours) ? account.validHours : null }
    : null;
}
