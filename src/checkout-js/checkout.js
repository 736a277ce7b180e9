// The part of a checkout in the page. It loads and opens the payment window, and sends the result to the server. It has no dependencies.
// Types are in checkout.d.ts. Each comment is on its own line, because the server removes these lines when it serves this file.

/** The texts for the buyer, in Korean and English. The server sends the reason of a refusal. */
const texts = {
  opening: ['주문을 준비하고 있습니다.', 'Preparing your order.'],
  paying: ['결제창에서 결제를 마쳐 주세요.', 'Please finish in the payment window.'],
  checking: ['결제를 확인하고 있습니다. 다시 결제하지 마세요.', 'We are checking your payment. Please do not pay again.'],
  stopped: ['결제를 확인하지 못했습니다. 다시 결제하지 마세요. 버튼을 누르면 다시 확인합니다.', 'Your payment could not be checked. Please do not pay again. Press the button to check again.'],
  canceled: ['결제가 취소되었습니다.', 'The payment was canceled.'],
  closed: ['결제를 취소했습니다. 결제된 금액은 없습니다.', 'You canceled the payment. You were not charged.'],
  failed: ['결제하지 못했습니다. 결제된 금액은 없습니다. 잠시 후 다시 시도해 주세요.', 'The payment failed. You were not charged. Please try again in a moment.'],
  unknown: ['상점에 연결하지 못했습니다. 이미 결제했다면 다시 결제하지 마세요.', 'The shop could not be reached. If you have paid, please do not pay again.'],
  terms: ['필수 약관에 동의해 주세요.', 'Please agree to the required terms.'],
  methods: ['결제수단을 선택해 주세요.', 'Please choose a payment method.'],
  open: ['결제되지 않은 주문입니다. 결제된 금액은 없습니다.', 'This order is not paid. You were not charged.'],
  paid: ['결제가 완료되었습니다.', 'Payment complete.'],
  awaitingDeposit: ['아래 계좌로 입금해 주세요.', 'Please transfer the amount to this account.'],
  declined: ['결제가 승인되지 않았습니다. 결제된 금액은 없습니다.', 'The payment was declined. You were not charged.'],
  partlyCanceled: ['일부 금액이 환불되었습니다.', 'Partly refunded.'],
  notFound: ['주문을 찾을 수 없습니다.', 'There is no such order.'],
  pay: ['결제하기', 'Pay'],
  look: ['다시 확인', 'Check again'],
  CARD: ['카드·간편결제', 'Card, easy pay'],
  TRANSFER: ['계좌이체', 'Bank transfer'],
  VIRTUAL_ACCOUNT: ['가상계좌', 'Virtual account'],
};

/** The text for each state, status, slug or code without a text of its own name. */
const textOf = {
  confirming: 'checking', loading: 'checking', done: 'checking', attention: 'checking', expired: 'open', canceledByBuyer: 'closed', failedInWindow: 'failed', noAnswer: 'unknown', 'no-answer': 'unknown', 'order-unavailable': 'unknown', 'payment-declined': 'declined',
  'order-not-found': 'notFound', USER_CANCEL: 'closed', PAY_PROCESS_CANCELED: 'closed', NEED_AGREEMENT_WITH_REQUIRED_TERMS: 'terms', NOT_SELECTED_PAYMENT_METHOD: 'methods',
};
const textsOf = key => {
  const [ko, en] = texts[textOf[key] ?? key] ?? [];
  return ko && { ko, en };
};

/** A failure. `slug` names it, `buyerText` is for the buyer, and the message is for the developer. */
export class PaymentError extends Error {
  constructor(slug, message, more) {
    super(message);
    Object.assign(this, { name: 'PaymentError', status: 0, buyerText: textsOf(more?.code) ?? textsOf(slug) ?? textsOf('failed'), ...more, slug });
  }
}

/** Returns true if the state of the order is not known. The same request may be repeated, but no other payment may begin. */
const isUnknown = ({ slug }) => slug === 'no-answer' || slug === 'order-unavailable';

/** Waits for a time, or until the browser is online again. */
const pause = seconds => new Promise(resolve => {
  setTimeout(resolve, seconds * 1000);
  addEventListener('online', resolve, { once: true });
});

/** Returns the JSON of an answer. Throws a PaymentError for everything else; a proxy's page counts as no answer. */
async function read(response) {
  const { ok, status, headers, url } = response;
  const body = await response.json().catch(() => null);
  const retryAfter = Math.min(+headers.get('retry-after'), 60) || undefined;
  if (ok && body) return { ...body, retryAfter, location: headers.get('location') };
  const [, slug] = /^urn:paymentsdk:problem:(.+)/.exec(body?.type) ?? [];
  throw new PaymentError(slug ?? (ok || status > 499 || status === 429 ? 'no-answer' : 'refused'), body?.detail ?? body?.title ?? `${url} answered ${status}.`, { ...body, status, retryAfter });
}

/** Returns the result of `ask`. If `ask` throws anything but a PaymentError, no answer was received. */
const heard = (ask, what) => ask().catch(cause => {
  throw cause?.slug ? cause : new PaymentError('no-answer', `${what} gave no answer: ${cause?.message}`, { cause });
});

/** Returns the calls to the shop's server. Its default address is the folder from which this module was loaded. */
function connect({ server = new URL('.', import.meta.url), credentials = 'same-origin', lang = () => document.documentElement.lang || navigator.language }) {
  const base = new URL(`${server}`.replace(/\/?$/, '/'), location);
  const ask = (path, body, more) => heard(async () => {
    const ended = new AbortController();
    const timer = setTimeout(() => ended.abort(), 40_000);
    const answer = await fetch(new URL(path, base), {
      cache: 'no-store', credentials, signal: ended.signal, ...more,
      ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return read(answer).finally(() => clearTimeout(timer));
  }, path);
  const again = async (path, body, tries = 3) => {
    try {
      return await ask(path, body);
    } catch (error) {
      if (tries === 1 || !isUnknown(error)) throw error;
      await pause(error.retryAfter ?? 1);
      return again(path, body, tries - 1);
    }
  };
  const order = id => `orders/${encodeURIComponent(id)}`;
  return {
    base, ask, again, order,
    reopen: id => again(`${order(id)}/attempts`, {}),
    page: id => `${base}fail/${encodeURIComponent(id)}`,
    say: (key, told) => (told || textsOf(key))?.[/^ko/i.test(lang()) ? 'ko' : 'en'] ?? '',
  };
}

/** Returns an element, which is given as the element or as a selector. */
function place(what, name) {
  const element = what?.nodeType ? what : document.querySelector(what ?? '_');
  if (!element) throw new TypeError(`'${name}': put ${what} into the page before this script.`);
  return element;
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Calls the shop's own code. An exception in it is logged and does not stop a payment. */
const tell = (listener, view) => {
  try {
    listener?.(view);
  } catch (error) {
    console.error(error);
  }
};

/** Adds or removes a listener for the events after which the page may be out of date. */
const events = (does, seen) => [[window, 'pageshow'], [window, 'online'], [document, 'visibilitychange']].forEach(([target, name]) => target[does](name, seen));

const scripts = {};

/** Loads the payment window's script once, and again after a failure. */
const load = src => scripts[src] ??= new Promise((resolve, reject) => {
  const script = make('script', { src, nonce: document.querySelector('script[nonce]')?.nonce ?? '' });
  const end = () => {
    clearTimeout(timer);
    if (window.TossPayments) return resolve(TossPayments);
    script.remove();
    delete scripts[src];
    reject(new PaymentError('script-blocked', `${src} did not load. Does the Content-Security-Policy (script-src) stop it?`));
  };
  const timer = setTimeout(end, 20_000);
  script.onload = script.onerror = end;
  document.head.append(script);
});

/** Draws the widget. */
async function drawWidget(widgets, { amount }, methods, terms, { methodsVariant = 'DEFAULT', termsVariant = 'AGREEMENT' }) {
  const render = (name, element, variantKey) => {
    element.id ||= `paymentsdk-${name}`;
    return widgets[name]({ selector: `#${CSS.escape(element.id)}`, variantKey });
  };
  await widgets.setAmount(amount);
  const parts = await Promise.all([render('renderPaymentMethods', methods, methodsVariant), terms && render('renderAgreement', terms, termsVariant)]);
  return { destroy: () => parts.forEach(part => part?.destroy()), request: request => widgets.requestPayment(request) };
}

/** Draws the choice of methods for a shop without the widget. */
function drawMethods(payment, { amount }, methods, { payWith = ['CARD', 'TRANSFER', 'VIRTUAL_ACCOUNT'] }, say) {
  const inputs = payWith.map((value, index) => make('input', { type: 'radio', name: 'paymentsdk-method', value, checked: !index }));
  methods.append(make('fieldset', {}, make('legend', {}, say('methods')), ...inputs.map(input => make('label', {}, input, say(input.value) || input.value))));
  return { destroy() {}, request: request => payment.requestPayment({ ...request, amount, method: inputs.find(input => input.checked).value }) };
}

/** Adds a checkout to the page: opens the order, draws the methods, opens the window by the button, sends the result to the server. */
export function checkout(options) {
  const server = connect(options);
  const [methods, terms, button, status] = ['methods', 'terms', 'button', 'status'].map(name => (name === 'methods' || options[name]) && place(options[name], name));
  let order = { orderId: new URLSearchParams(location.search).get('order') }, widget, drawn, payment, focused, visit = 0;
  const view = { pay, destroy };

  function set(state, error) {
    const reason = error && state !== 'checking' && state !== 'stopped' && error.buyerText;
    Object.assign(view, { state, error, order, testMode: widget?.testMode, text: server.say(state, reason) });
    if (error && error.slug !== 'canceled') console.warn(error);
    if (button) {
      // A button that is disabled loses the focus, so the focus is restored afterwards.
      focused ||= document.activeElement === button;
      button.disabled = !['ready', 'failed', 'stopped'].includes(state);
      if (focused && document.activeElement === document.body) button.focus();
    }
    methods.setAttribute('aria-busy', state === 'opening');
    if (status) {
      status.setAttribute('role', 'status');
      status.dataset.state = state;
      if (status.textContent !== view.text) status.textContent = view.text;
    }
    tell(options.onChange, view);
  }

  /** Returns the order to pay: the current one, that of the address (`?order=`), or a new one. Null if it leaves for the order's page. */
  async function open() {
    const asked = order.orderId;
    if (!asked) {
      const found = await heard(async () => {
        const opened = await options.order();
        return opened instanceof Response ? read(opened) : opened;
      }, "'order'");
      if (!found?.orderId) throw new PaymentError('refused', "'order' gave no orderId.");
      return found.amount ? found : { ...await server.again(server.order(found.orderId)), ...found };
    }
    const found = await server.again(server.order(asked));
    if (found.status === 'open') return found;
    return found.canOpenAgain ? server.reopen(asked) : leave(found);
  }

  /** Removes the methods and the terms from the page, also if they were drawn only in part. */
  function clear() {
    drawn?.destroy();
    drawn = null;
    methods.replaceChildren();
    terms?.replaceChildren();
  }

  async function start() {
    const mine = ++visit;
    set('opening');
    clear();
    try {
      const opened = await open();
      if (mine !== visit || !opened) return;
      order = { ...order, ...opened };
      widget ??= await server.again('widget');
      const toss = await load(widget.scriptUrl);
      if (mine !== visit) return;
      const gateway = toss(widget.clientKey);
      const buyer = { customerKey: order.customerKey ?? options.customerKey?.(order) ?? toss.ANONYMOUS };
      const made = /_gck_/.test(widget.clientKey)
        ? drawWidget(gateway.widgets(buyer), order, methods, terms, options)
        : drawMethods(gateway.payment(buyer), order, methods, options, server.say);
      const late = new PaymentError('script-blocked', 'The methods did not load. Does the Content-Security-Policy (frame-src) stop it?');
      const picture = await Promise.race([made, new Promise((_, reject) => setTimeout(reject, 40_000, late))]);
      if (mine !== visit) return picture.destroy();
      drawn = picture;
      set('ready');
    } catch (cause) {
      if (mine === visit) fail(cause);
    }
  }

  /** Shows a failure. The button then starts again, with the same order unless that order cannot be paid. */
  function fail(cause) {
    // The purchase is already paid or being checked, for example in another tab.
    if (cause.slug === 'order-not-open' && cause.orderId) return leave(cause);
    if (/^(amount-mismatch|order-not-found)$/.test(cause.slug)) order = {};
    set('failed', cause.slug ? cause : new PaymentError('window', cause?.message, { code: cause?.code, cause }));
  }

  /** Does what the button does. While an action is under way, it does nothing. */
  async function pay() {
    const mine = visit;
    if (view.state === 'failed') return start();
    if (view.state === 'stopped') return payment ? confirm() : start();
    if (view.state !== 'ready') return;
    set('paying');
    try {
      payment = await request(options.form === 'promise');
      if (mine !== visit) return;
      if (payment) return confirm();
      // With a redirect the browser leaves the page. If it does not, the button can pay the same order again.
      await pause(10);
      if (mine === visit) set('ready');
    } catch (cause) {
      if (mine !== visit) return;
      const { code, message } = cause;
      set('ready', new PaymentError(textOf[code] === 'closed' ? 'canceled' : 'window', message, { code, cause }));
      const missing = { terms, methods }[textOf[code]];
      missing?.scrollIntoView({ block: 'center' });
      missing?.querySelector('iframe')?.focus();
    }
  }

  async function request(byPromise) {
    const { orderId, orderName } = order;
    const back = { successUrl: widget.successUrl, failUrl: widget.failUrl.replace('{orderId}', encodeURIComponent(orderId)) };
    try {
      return await drawn.request({ ...options.request, orderId, orderName, ...(!byPromise && back) });
    } catch (cause) {
      // On a phone the window cannot return a promise, so it redirects.
      if (byPromise && cause.code === 'NOT_SUPPORTED_PROMISE') return request();
      throw cause;
    }
  }

  /** Confirms the payment. While its outcome is unknown, the confirm is repeated or the order is read, for up to 10 minutes, and no other payment begins. */
  async function confirm() {
    const mine = visit;
    const until = Date.now() + 600_000;
    const { paymentKey, orderId, amount, paymentType } = payment;
    let path = 'confirm', body = { paymentKey, orderId, amount: amount?.value, paymentType };
    set('confirming');
    for (;;) {
      let wait, error = null;
      try {
        // The browser sends this request completely, even if the buyer leaves the page.
        const told = await server.ask(path, body, body && { keepalive: true });
        if (mine !== visit) return;
        // Without `done`, the order's page waits for the outcome. With `done`, this page does.
        if (told.status !== 'checking' || !options.done) return leave(told);
        [path, body, wait] = [told.location ?? server.order(orderId), null, told.retryAfter ?? 2];
      } catch (refusal) {
        if (mine !== visit) return;
        if (!isUnknown(refusal)) return refused(refusal);
        [error, wait] = [refusal, refusal.retryAfter ?? 5];
      }
      if (Date.now() > until) return set('stopped', error);
      set('checking', error);
      await pause(wait);
      if (mine !== visit) return;
    }
  }

  /** Handles a refusal. If surely nothing was charged, the button pays the same purchase under a new order id. */
  async function refused(refusal) {
    if (/^(amount-mismatch|order-not-open)$/.test(refusal.slug)) return fail(refusal);
    if (!/^payment-(declined|unavailable)$/.test(refusal.slug)) return set('stopped', refusal);
    payment = null;
    try {
      order = { ...order, ...await server.reopen(order.orderId) };
      set('ready', refusal);
    } catch (cause) {
      if (cause.slug === 'order-not-open') fail(cause);
      else set('failed', refusal);
    }
  }

  /** Ends the checkout: calls the shop's `done`, or goes to the order's page. */
  async function leave(told) {
    const mine = ++visit;
    set('done');
    if (options.done) return tell(options.done, told);
    // `replace` removes this page from the history, because its order is closed. If the browser does not leave, the button checks again.
    location.replace(server.page(told.orderId));
    await pause(10);
    if (mine === visit) set('stopped');
  }

  /** Reads the order again when the page is shown again, because the page may be out of date. */
  async function seen({ persisted }) {
    const { state } = view;
    if (persisted && ['ready', 'paying', 'done'].includes(state)) return start();
    if (document.hidden || state !== 'ready') return;
    const found = await server.ask(server.order(order.orderId)).catch(() => null);
    if (view.state === state && found && found.status !== 'open') start();
  }

  function destroy() {
    visit++;
    clear();
    button?.removeEventListener('click', pay);
    events('removeEventListener', seen);
  }

  button?.addEventListener('click', pay);
  events('addEventListener', seen);
  start();
  return view;
}

/** Shows the order of the address. Queries it, less and less often, until it ends or for half an hour, and again when it is shown. */
export function result(options = {}) {
  const server = connect(options);
  const into = options.into && place(options.into, 'into');
  const orderId = options.orderId ?? decodeURIComponent(location.pathname.split('/').filter(Boolean).pop());
  const says = make('p', { role: 'status' }), facts = make('ul'), acts = make('p');
  const view = { orderId, status: 'loading', look, payAgain, destroy };
  let since = Date.now(), visit = 0, timer;
  into?.replaceChildren(says, facts, acts);

  async function look() {
    const mine = ++visit;
    const asked = await server.ask(server.order(orderId)).catch(error => ({ error }));
    if (mine !== visit) return;
    const { error, ...order } = asked;
    if (!error) view.order = order;
    const code = new URLSearchParams(location.search).get('code');
    view.status = error ? (error.status === 404 ? 'notFound' : 'noAnswer') : order.status === 'open' && code ? (textOf[code] === 'closed' ? 'canceledByBuyer' : 'failedInWindow') : order.status;
    const wait = { checking: 2, noAnswer: 5, awaitingDeposit: 10, attention: 30 }[view.status];
    const age = (Date.now() - since) / 1000;
    view.stopped = wait && age > 1800;
    clearTimeout(timer);
    if (wait && !view.stopped) timer = setTimeout(look, 1000 * Math.max(asked.retryAfter ?? error?.retryAfter ?? wait, age / 20));
    show(error, view.status === 'declined' && order.failure?.buyerText);
  }

  function show(error, reason) {
    const { order, status } = view;
    Object.assign(view, { error, text: server.say(status, reason) });
    if (into) draw(order, status);
    tell(options.onChange, view);
  }

  function draw(order, status) {
    into.dataset.status = status;
    if (says.textContent !== view.text) says.textContent = view.text;
    const { amount, depositAccount: account, orderName, orderNumber } = order ?? {};
    const lines = order ? [[orderNumber, orderName].filter(Boolean).join(' '), amount.value.toLocaleString(undefined, { style: 'currency', currency: amount.currency })] : [];
    if (account) lines.push(`${options.banks?.[account.bankCode] ?? (server.say(0, account.bankName) || account.bankCode)} ${account.accountNumber}`, account.dueDate && new Date(account.dueDate).toLocaleString());
    facts.replaceChildren(...lines.filter(Boolean).map(line => make('li', {}, line)));
    const may = options.checkout && (status === 'noAnswer' ? 0 : order?.status === 'open' || order?.canOpenAgain);
    acts.replaceChildren(...[
      may && make('button', { type: 'button', onclick: payAgain }, server.say('pay')),
      view.stopped && make('button', { type: 'button', onclick: seen }, server.say('look')),
    ].filter(Boolean));
  }

  /** Goes to the checkout page with this order, or with a new order id if this one can no longer be paid. */
  async function payAgain() {
    if (view.leaving) return;
    view.leaving = true;
    try {
      const opened = view.order.status === 'open' ? view.order : await server.reopen(orderId);
      const page = new URL(options.checkout, location);
      page.searchParams.set('order', opened.orderId);
      location.assign(page);
    } catch (error) {
      if (error.slug === 'order-not-open' && error.orderId !== orderId) location.assign(server.page(error.orderId));
      else show(error, error.buyerText);
    } finally {
      view.leaving = false;
    }
  }

  function seen({ type, persisted }) {
    if (document.hidden || type === 'pageshow' && !persisted) return;
    since = Date.now();
    look();
  }

  function destroy() {
    visit++;
    clearTimeout(timer);
    events('removeEventListener', seen);
  }

  events('addEventListener', seen);
  look();
  return view;
}
