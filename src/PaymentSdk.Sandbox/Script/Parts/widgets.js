/** `widgets()`: the payment methods and the terms drawn into the shop's page, and the window they lead to. */
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
    if (this.methods !== null) {
      this.methods.frame.post('amount', this.amount);
    }
  }

  async renderPaymentMethods(params) {
    this.needAmount();
    if (this.methods !== null) {
      refuse('PAYMENT_METHODS_WIDGET_ALREADY_RENDERED', 'The payment methods are already drawn: destroy() them first.');
    }
    const place = findPlace(params);
    this.methods = new Drawn('/window/methods', '결제수단 (payment methods)', this);
    const widget = this.methods;
    try {
      widget.state = await widget.draw(place, { clientKey: this.clientKey, amount: this.amount, variantKey: params.variantKey || 'DEFAULT' });
    } catch (problem) {
      this.methods = null;
      throw problem;
    }
    // An amount set while the frame was still loading.
    widget.frame.post('amount', this.amount);
    const owner = this;
    return {
      on: widget.on.bind(widget, 'paymentMethodSelect'),
      getSelectedPaymentMethod: async function () {
        return { code: widget.state.code };
      },
      destroy: async function () {
        widget.frame.remove();
        owner.methods = owner.methods === widget ? null : owner.methods;
      },
    };
  }

  async renderAgreement(params) {
    if (this.agreement !== null) {
      refuse('AGREEMENT_WIDGET_ALREADY_RENDERED', 'The terms are already drawn: destroy() them first.');
    }
    const place = findPlace(params);
    this.agreement = new Drawn('/window/agreement', '약관 동의 (terms)', this);
    const widget = this.agreement;
    try {
      widget.state = await widget.draw(place, { clientKey: this.clientKey, variantKey: params.variantKey || 'AGREEMENT' });
    } catch (problem) {
      this.agreement = null;
      throw problem;
    }
    const owner = this;
    return {
      on: widget.on.bind(widget, 'agreementStatusChange'),
      destroy: async function () {
        widget.frame.remove();
        owner.agreement = owner.agreement === widget ? null : owner.agreement;
      },
    };
  }

  async requestPayment(request) {
    this.needAmount();
    checkOrder(request, this.amount);
    const target = chooseTarget(request, checkForm(request));
    if (this.methods === null || this.methods.state === null) {
      refuse('NOT_SELECTED_PAYMENT_METHOD', 'Draw the payment methods first (renderPaymentMethods), so that the buyer can choose one.');
    }
    if (this.agreement !== null && !(this.agreement.state && this.agreement.state.agreedRequiredTerms)) {
      refuse('NEED_AGREEMENT_WITH_REQUIRED_TERMS', '필수 약관에 동의해주세요. (The buyer has to agree to the required terms.)');
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

/** One widget drawn into the shop's page. `state` is what its frame last said that the buyer chose. */
class Drawn {
  constructor(path, title, owner) {
    const self = this;
    this.state = null;
    this.callbacks = [];
    this.frame = new GatewayFrame(path + '?clientKey=' + encodeURIComponent(owner.clientKey), title);
    dress(this.frame.element, { height: '0' });
    this.frame.on('height', function (height) {
      if (typeof height === 'number' && height >= 0 && height < 5000) {
        dress(self.frame.element, { height: Math.ceil(height) + 'px' });
      }
    });
    this.frame.on('state', function (state) {
      self.state = state;
      self.callbacks.forEach(function (callback) {
        callback(state);
      });
    });
  }

  draw(place, hello) {
    return this.frame.connect(place, hello);
  }

  on(known, eventName, callback) {
    if (eventName !== known) {
      refuse('INVALID_EVENT_PARAMETER', "The only event here is '" + known + "'.");
    }
    if (typeof callback !== 'function') {
      refuse('INVALID_CALLBACK_PARAMETER', 'The second argument of on() must be a function.');
    }
    this.callbacks.push(callback);
    if (this.state !== null) {
      // The buyer sees a choice already made: the page hears of it as well.
      Promise.resolve(this.state).then(callback);
    }
  }
}

function findPlace(params) {
  let place = null;
  try {
    place = document.querySelector(params.selector);
  } catch (notASelector) {
    place = null;
  }
  if (place === null) {
    refuse('INVALID_SELECTOR', 'No element of this page matches the selector.');
  }
  return place;
}
