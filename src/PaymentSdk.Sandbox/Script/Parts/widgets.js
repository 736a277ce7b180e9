/** `widgets()`: draws the payment methods and the terms into the shop's page, and opens the window. */
class Widgets {
  constructor(clientKey, customerKey) {
    this.clientKey = clientKey;
    this.customerKey = customerKey;
    this.amount = null;
    this.methods = null;
    this.agreement = null;
    this.window = null;
    this.requestPaymentWindow = notPlayed('widgets.requestPaymentWindow');
    this.renderPaymentWindow = notPlayed('widgets.renderPaymentWindow');
  }

  async setAmount(amount) {
    this.amount = checkAmount(amount);
    if (this.methods !== null && this.methods.state !== null) {
      this.methods.frame.post('amount', this.amount);
    }
  }

  async renderPaymentMethods(params) {
    this.needAmount();
    if (this.methods !== null) {
      refuse('PAYMENT_METHODS_WIDGET_ALREADY_RENDERED', 'The payment methods are already drawn: destroy() them first.');
    }
    const place = findPlace(params);
    const variantKey = checkVariant(params.variantKey, 'DEFAULT');
    const methods = new Drawn('/window/methods', '결제수단 (payment methods)', this.clientKey, 'paymentMethodSelect');
    const widget = await this.draw('methods', methods, place, { clientKey: this.clientKey, amount: this.amount, variantKey: variantKey });
    // Sends the amount again, because it may have changed while the frame was loading.
    methods.frame.post('amount', this.amount);
    widget.getSelectedPaymentMethod = async function () {
      return { code: methods.state.code };
    };
    return widget;
  }

  async renderAgreement(params) {
    if (this.agreement !== null) {
      refuse('AGREEMENT_WIDGET_ALREADY_RENDERED', 'The terms are already drawn: destroy() them first.');
    }
    const place = findPlace(params);
    const variantKey = checkVariant(params.variantKey, 'AGREEMENT');
    const agreement = new Drawn('/window/agreement', '약관 동의 (terms)', this.clientKey, 'agreementStatusChange');
    return this.draw('agreement', agreement, place, { clientKey: this.clientKey, variantKey: variantKey });
  }

  async draw(slot, drawn, place, hello) {
    const owner = this;
    const forget = function () {
      owner[slot] = owner[slot] === drawn ? null : owner[slot];
    };
    this[slot] = drawn;
    try {
      await drawn.connect(place, hello);
    } catch (problem) {
      forget();
      throw problem;
    }
    return {
      on: drawn.on.bind(drawn),
      destroy: async function () {
        drawn.frame.remove();
        forget();
      },
    };
  }

  async requestPayment(request) {
    this.needAmount();
    checkOrder(request, this.amount);
    checkOptions(request);
    const target = chooseTarget(request, checkForm(request));
    if (this.methods === null || this.methods.state === null) {
      refuse('NOT_SELECTED_PAYMENT_METHOD', 'Draw the payment methods first (renderPaymentMethods), so that the buyer can choose one.');
    }
    if (this.agreement !== null && !(this.agreement.state && this.agreement.state.agreedRequiredTerms)) {
      refuse('NEED_AGREEMENT_WITH_REQUIRED_TERMS', '필수 약관에 동의해 주세요. (The buyer has to agree to the required terms.)');
    }
    const order = describeOrder('widget', this.clientKey, this.customerKey, request, this.amount, this.methods.state.code);
    return openWindow(this, order, target);
  }

  needAmount() {
    if (this.amount === null) {
      refuse('NOT_SETUP_AMOUNT', 'Call widgets.setAmount({ currency, value }) first.');
    }
  }
}
