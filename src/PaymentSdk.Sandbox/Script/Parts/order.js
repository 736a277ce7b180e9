/** Returns the data of a request for the window. Options that the sandbox does not support have already been refused. */
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
    transfer: describeAccount(request.transfer),
    virtualAccount: describeAccount(request.virtualAccount),
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
      cardCompany: isGiven(card.cardCompany) ? String(card.cardCompany) : null,
      easyPay: isGiven(card.easyPay) ? String(card.easyPay) : null,
      cardInstallmentPlan: isGiven(card.cardInstallmentPlan) ? card.cardInstallmentPlan : null,
      maxCardInstallmentPlan: isGiven(card.maxCardInstallmentPlan) ? card.maxCardInstallmentPlan : null,
      useCardPoint: card.useCardPoint === true,
      discountCode: isGiven(card.discountCode) ? String(card.discountCode) : null,
      useEscrow: card.useEscrow === true,
      taxExemptionAmount: card.taxExemptionAmount || 0,
      language: card.language || null,
    }
    : null;
}

function describeAccount(account) {
  return isGiven(account)
    ? {
      validHours: isGiven(account.validHours) ? account.validHours : null,
      useEscrow: account.useEscrow === true,
      cultureExpense: account.isCulturalExpenses === true || account.cultureExpense === true,
      cashReceipt: isGiven(account.cashReceipt) ? { type: account.cashReceipt.type || null } : null,
    }
    : null;
}
