const WINDOW_METHODS = ['CARD', 'TRANSFER', 'VIRTUAL_ACCOUNT'];
const OTHER_METHODS = ['MOBILE_PHONE', 'CULTURE_GIFT_CERTIFICATE', 'BOOK_GIFT_CERTIFICATE', 'GAME_GIFT_CERTIFICATE', 'FOREIGN_EASY_PAY'];
const BILLING_METHODS = ['CARD', 'TRANSFER'];
const BILLING_UNPLAYED = ['easyPay', 'selectableCardTypes'];

/** `payment()`: the payment window without widgets, for one method that the shop chose. */
class Payment {
  constructor(clientKey, customerKey) {
    this.clientKey = clientKey;
    this.customerKey = customerKey;
    this.window = null;
  }

  async requestPayment(request) {
    if (request === null || typeof request !== 'object') {
      refuse('INVALID_PARAMETERS', 'requestPayment takes an object with method, amount, orderId and orderName.');
    }
    this.checkMethod(request.method);
    const amount = checkAmount(request.amount);
    checkOrder(request, amount);
    checkOptions(request);
    const target = chooseTarget(request, checkForm(request));
    return openWindow(this, describeOrder('payment', this.clientKey, this.customerKey, request, amount, request.method), target);
  }

  /** Redirects the customer to the page that registers a card or an account. The page redirects back; both use the whole tab. */
  async requestBillingAuth(request) {
    if (request === null || typeof request !== 'object' || BILLING_METHODS.indexOf(request.method) < 0) {
      refuse('NOT_SUPPORTED_METHOD', 'requestBillingAuth takes an object with method ' + BILLING_METHODS.join(' or ') + ', successUrl and failUrl.');
    }
    if (this.customerKey === ANONYMOUS) {
      refuse('INVALID_CUSTOMER_KEY', 'A billing key belongs to a customer: pass a customerKey, not TossPayments.ANONYMOUS.');
    }
    if (!checkForm(request)) {
      refuse('INVALID_PARAMETERS', 'Registering always redirects: give successUrl and failUrl.');
    }
    const options = Object.assign({}, request.card, request);
    BILLING_UNPLAYED.forEach(function (name) {
      if (isGiven(options[name])) {
        refuse('INVALID_PARAMETERS', 'The sandbox does not support ' + name + ' of requestBillingAuth. Remove it to try the registration here.');
      }
    });
    const asked = {
      clientKey: this.clientKey, customerKey: this.customerKey, method: request.method, successUrl: request.successUrl, failUrl: request.failUrl,
      cardCompany: isGiven(options.cardCompany) ? String(options.cardCompany) : null,
    };
    location.assign(GATEWAY + '/window/billing#' + encodeURIComponent(JSON.stringify(asked)));
  }

  checkMethod(method) {
    if (OTHER_METHODS.indexOf(method) >= 0) {
      refuse('UNSUPPORTED_TEST_PHASE_PAYMENT_METHOD', 'The sandbox supports ' + WINDOW_METHODS.join(', ') + ', but not ' + method + '.');
    }
    if (WINDOW_METHODS.indexOf(method) < 0) {
      refuse('NOT_SUPPORTED_METHOD', 'method must be one of ' + WINDOW_METHODS.concat(OTHER_METHODS).join(', ') + '.');
    }
  }

  async destroy() {
    if (this.window === null) {
      refuse('NO_ACTIVE_PAYMENT_REQUEST', 'No payment window of this object is open.');
    }
    this.window.abort(new PaymentError('PAYMENT_REQUEST_ABORTED', 'The payment request was stopped by payment.destroy().'));
  }
}
