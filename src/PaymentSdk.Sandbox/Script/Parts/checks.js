// Checks the values of a payment request, payment-api.md §4. The gateway checks them again, because a page can send anything.
const ORDER_ID_FORM = /^[A-Za-z0-9\-_=]{6,64}$/;
const PHONE_FORM = /^[0-9]{8,15}$/;
const CURRENCIES = ['KRW', 'USD', 'JPY'];

function checkAmount(amount) {
  if (amount === null || typeof amount !== 'object') {
    refuse('INVALID_PARAMETERS', 'The amount must be an object: { currency: "KRW", value: 15000 }.');
  }
  if (CURRENCIES.indexOf(amount.currency) < 0) {
    refuse('INVALID_AMOUNT_CURRENCY', 'amount.currency must be one of ' + CURRENCIES.join(', ') + '.');
  }
  if (typeof amount.value !== 'number' || !isFinite(amount.value)) {
    refuse('INVALID_AMOUNT_VALUE', 'amount.value must be a number.');
  }
  if (amount.currency !== 'USD' && Math.floor(amount.value) !== amount.value) {
    refuse('INVALID_AMOUNT_VALUE', amount.currency + ' has no decimals: amount.value must be a whole number.');
  }
  return { currency: amount.currency, value: amount.value };
}

function checkOrder(request, amount) {
  if (request === null || typeof request !== 'object') {
    refuse('INVALID_PARAMETERS', 'requestPayment takes an object with at least orderId and orderName.');
  }
  if (amount.value <= 0) {
    refuse('BELOW_ZERO_AMOUNT', 'The amount must be above zero.');
  }
  if (typeof request.orderId !== 'string' || !ORDER_ID_FORM.test(request.orderId)) {
    refuse('INVALID_PARAMETERS', 'orderId must be 6 to 64 letters, digits or -_=.');
  }
  if (typeof request.orderName !== 'string' || request.orderName.length < 1 || request.orderName.length > 100) {
    refuse('INVALID_PARAMETERS', 'orderName must have 1 to 100 characters.');
  }
  checkCustomer(request);
  checkMetadata(request.metadata);
}

function checkCustomer(request) {
  ['customerEmail', 'customerName'].forEach(function (name) {
    if (isGiven(request[name]) && (typeof request[name] !== 'string' || request[name].length > 100)) {
      refuse('INVALID_PARAMETERS', name + ' must have at most 100 characters.');
    }
  });
  if (isGiven(request.customerMobilePhone) && !PHONE_FORM.test(String(request.customerMobilePhone))) {
    refuse('INVALID_PARAMETERS', 'customerMobilePhone must be 8 to 15 digits without dashes.');
  }
  if (isGiven(request.taxFreeAmount) && !(typeof request.taxFreeAmount === 'number' && request.taxFreeAmount >= 0)) {
    refuse('INVALID_PARAMETERS', 'taxFreeAmount must be zero or more.');
  }
}

function checkMetadata(metadata) {
  if (!isGiven(metadata)) {
    return;
  }
  const keys = typeof metadata === 'object' ? Object.keys(metadata) : null;
  if (keys === null || keys.length > 5 || keys.some(isBadMetadataKey) || keys.some(hasBadValue)) {
    refuse('INVALID_METADATA', 'metadata takes at most 5 pairs; keys up to 40 characters without [ and ], values up to 2000.');
  }

  function isBadMetadataKey(key) {
    return key.length > 40 || /[[\]]/.test(key);
  }

  function hasBadValue(key) {
    return String(metadata[key]).length > 2000;
  }
}

// The options of each method that the sandbox supports, with their types. Any other option is refused with an error that names it, and is not
// ignored.
const PLAYED = {
  card: {
    flowMode: 'string', cardCompany: 'string', easyPay: 'string', cardInstallmentPlan: 'number', maxCardInstallmentPlan: 'number', useCardPoint: 'boolean',
    discountCode: 'string', useEscrow: 'boolean', taxExemptionAmount: 'number', language: 'string', appScheme: 'string', escrowProducts: 'object',
  },
  transfer: { useEscrow: 'boolean', isCulturalExpenses: 'boolean', cultureExpense: 'boolean', cashReceipt: 'object', escrowProducts: 'object', appScheme: 'string' },
  virtualAccount: {
    validHours: 'number', useEscrow: 'boolean', isCulturalExpenses: 'boolean', cultureExpense: 'boolean', cashReceipt: 'object', escrowProducts: 'object',
  },
};
// Options that are accepted next to orderId, because they have no effect.
const HARMLESS_OPTIONS = ['appScheme', 'escrowProducts'];
const OTHER_OPTIONS = ['useAppCardOnly', 'useInternationalCardOnly', 'freeInstallmentPlans', 'selectableCardTypes', 'bank', 'dueDate', 'accountType', 'accountKey'];
const LANGUAGES = ['KO', 'EN'];

/** Checks the options of the methods. An option next to `orderId` would have no effect there, so it is also refused. */
function checkOptions(request) {
  Object.keys(PLAYED).forEach(function (method) {
    if (isGiven(request[method])) {
      checkMethodOptions(method, request[method]);
    }
  });
  const known = Object.keys(PLAYED.card).concat(Object.keys(PLAYED.transfer), Object.keys(PLAYED.virtualAccount), OTHER_OPTIONS);
  const lost = known.filter(function (name) {
    return isGiven(request[name]) && HARMLESS_OPTIONS.indexOf(name) < 0;
  });
  if (lost.length > 0) {
    refuse('INVALID_PARAMETERS', lost.join(', ') + ' must be in card, transfer or virtualAccount, not next to orderId.');
  }
  checkAccount(request.virtualAccount);
}

function checkMethodOptions(method, options) {
  if (typeof options !== 'object') {
    refuse('INVALID_PARAMETERS', method + ' must be an object.');
  }
  Object.keys(options).forEach(function (name) {
    const value = options[name];
    if (!isGiven(value)) {
      return;
    }
    if (PLAYED[method][name] === undefined) {
      refuse('INVALID_PARAMETERS', 'The sandbox does not support ' + method + '.' + name + '. Remove it to try the payment here.');
    }
    // A card company can be a number, and a number can be in quotes.
    const type = PLAYED[method][name];
    const fits = typeof value === type || (type === 'string' && typeof value === 'number') || (type === 'number' && /^[0-9]+$/.test(String(value)));
    if (!fits) {
      refuse('INVALID_PARAMETERS', method + '.' + name + ' must be a ' + type + '.');
    }
  });
  if (isGiven(options.flowMode) && options.flowMode !== 'DEFAULT' && options.flowMode !== 'DIRECT') {
    refuse('INVALID_PARAMETERS', method + ".flowMode must be 'DEFAULT' or 'DIRECT'.");
  }
  if (options.flowMode === 'DIRECT' && !isGiven(options.cardCompany) && !isGiven(options.easyPay)) {
    refuse('INVALID_PARAMETERS', method + ".flowMode 'DIRECT' needs cardCompany or easyPay.");
  }
  if (isGiven(options.language) && LANGUAGES.indexOf(options.language) < 0) {
    refuse('INVALID_PARAMETERS', method + '.language: the window of the sandbox supports ' + LANGUAGES.join(' and ') + '.');
  }
}

function checkAccount(account) {
  if (!isGiven(account)) {
    return;
  }
  if (isGiven(account.validHours) && !(account.validHours >= 1 && account.validHours <= 2160)) {
    refuse('EXCEED_MAX_DUE_DATE', 'virtualAccount.validHours must be between 1 and 2160.');
  }
}

/** Returns true for the redirect form (both URLs), and false for the promise form (no URL). */
function checkForm(request) {
  const success = isGiven(request.successUrl);
  const fail = isGiven(request.failUrl);
  if (success !== fail) {
    refuse('INVALID_PARAMETERS', 'Give both successUrl and failUrl (redirect), or neither (promise).');
  }
  if (success && !isWebAddress(request.successUrl)) {
    refuse('INCORRECT_SUCCESS_URL_FORMAT', 'successUrl must be a full address with its origin, e.g. https://myshop.com/success.');
  }
  if (fail && !isWebAddress(request.failUrl)) {
    refuse('INCORRECT_FAIL_URL_FORMAT', 'failUrl must be a full address with its origin, e.g. https://myshop.com/fail.');
  }
  return success;
}

function isWebAddress(text) {
  try {
    const protocol = new URL(text).protocol;
    return protocol === 'http:' || protocol === 'https:';
  } catch (notAnAddress) {
    return false;
  }
}

function isGiven(value) {
  return value !== undefined && value !== null && value !== '';
}
