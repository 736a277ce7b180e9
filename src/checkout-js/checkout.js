// The page half of a checkout: loads the payment window, opens it, brings the result home. No dependency, nothing inline.
// Types are in checkout.d.ts. Comments stand on lines of their own: the server leaves them out of what it serves.

/** What a buyer is told, Korean and English. Reasons of a refusal come from the server. */
const texts = {
  opening: ['주문을 준비하고 있습니다.', 'Preparing your order.'],
  paying: ['결제창에서 결제를 마쳐 주세요.', 'Please finish in the payment window.'],
  checking: ['결제를 확인하고 있습니다. 다시 결제하지 마세요.', 'We are checking your payment. Please do not pay again.'],
  stopped: ['결제를 확인하지 못했습니다. 다시 결제하지 마세요. 버튼을 누르면 다시 확인합니다.', 'Your payment could not be checked. Please do not pay again. Press the button to check again.'],
  canceled: ['결제가 취소되었습니다.', 'The payment was cancelled.'],
  closed: ['결제를 취소했습니다. 결제된 금액은 없습니다.', 'You cancelled the payment. You were not charged.'],
  failed: ['결제하지 못했습니다. 결제된 금액은 없습니다. 잠시 후 다시 시도해 주세요.', 'The payment did not go through. You were not charged. Please try again in a moment.'],
  unknown: ['상점에 연결하지 못했습니다. 이미 결제했다면 다시 결제하지 마세요.', 'The shop could not be reached. If you have paid, please do not pay again.'],
  terms: ['필수 약관에 동의해 주세요.', 'Please agree to the required terms.'],
  methods: ['결제수단을 선택해 주세요.', 'Please choose a payment method.'],
  open: ['결제되지 않은 주문입니다. 결제된 금액은 없습니다.', 'This order is not paid. You were not charged.'],
  paid: ['결제가 완료되었습니다.', 'Payment complete.'],
  awaitingDeposit: ['아래 계좌로 입금해 주세요.', 'Please transfer the amount to this account.'],
  declined: ['결제가 승인되지 않았습니다. 결제된 금액은 없습니다.', 'The payment was declined. You were not charged.'],
  partlyCanceled: ['일부 금액이 환불되었습니다.', 'Part of the payment was refunded.'],
  notFound: ['주문을 찾을 수 없습니다.', 'There is no such order.'],
  until: ['입금 기한', 'Transfer by'],
  pay: ['결제하기', 'Pay'],
  look: ['다시 확인', 'Check again'],
  CARD: ['카드·간편결제', 'Card, easy pay'],
  TRANSFER: ['계좌이체', 'Bank transfer'],
  VIRTUAL_ACCOUNT: ['가상계좌', 'Virtual account'],
};

/** The text of what is named otherwise. */
const textOf = {
  confirming: 'checking', loading: 'checking', done: 'checking', attention: 'checking', expired: 'open', canceledByBuyer: 'closed', failedInWindow: 'failed', noAnswer: 'unknown', 'no-answer': 'unknown', 'order-unavailable': 'unknown', 'payment-declined': 'declined',
  'order-not-found': 'notFound', USER_CANCEL: 'closed', PAY_PROCESS_CANCELED: 'closed', NEED_AGREEMENT_WITH_REQUIRED_TERMS: 'terms', NOT_SELECTED_PAYMENT_METHOD: 'methods',
};
const textsOf = key => {
  const [ko, en] = texts[textOf[key] ?? key] ?? [];
  return ko && { ko, en };
};

/** Why something did not work: `slug` names it, `buyerText` is for the buyer, the message for the developer. */
export class PaymentError extends Error {
  constructor(slug, message, more) {
    super(message);
    Object.assign(this, { name: 'PaymentError', status: 0, buyerText: textsOf(more?.code) ?? textsOf(slug) ?? textsOf('failed'), ...more, slug });
  }
}

/** Whether the shop's server did not say how things stand: the same may be asked again, and nothing else may be begun. */
const isUnknown = ({ slug }) => slug === 'no-answer' || slug === 'order-unavailable';

/** Waits; a connection that comes back ends it. */
const pause = seconds => new Promise(resolve => {
  setTimeout(resolve, seconds * 1000);
  addEventListener('online', resolve, { once: true });
});

/** The JSON of an answer. Everything else is a PaymentError; a proxy's page is no answer. */
async function read(response) {
  const { ok, status, headers, url } = response;
  const body = await response.json().catch(() => null);
  const retryAfter = Math.min(+headers.get('retry-after'), 60) || undefined;
  if (ok && body) return { ...body, retryAfter, location: headers.get('location') };
  const [, slug] = /^urn:paymentsdk:problem:(.+)/.exec(body?.type) ?? [];
  throw new PaymentError(slug ?? (ok || status > 499 || status === 429 ? 'no-answer' : 'refused'), body?.detail ?? body?.title ?? `${url} answered ${status}.`, { ...body, status, retryAfter });
}

/** What `ask` gives. If it fails, nothing was heard. */
const heard = (ask, what) => ask().catch(cause => {
  throw cause?.slug ? cause : new PaymentError('no-answer', `${what} gave no answer: ${cause?.message}`, { cause });
});

/** The shop's server: the folder that this module came from. */
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

/** An element, by itself or by its selector. */
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

/** The shop's own code: what it throws stops no payment. */
const tell = (listener, view) => {
  try {
    listener?.(view);
  } catch (error) {
    console.error(error);
  }
};

/** When a page may be older than what happened since. */
const events = (does, seen) => [[window, 'pageshow'], [window, 'online'], [document, 'visibilitychange']].forEach(([target, name]) => target[does](name, seen));

const scripts = {};

/** The payment window's script: once, and anew after a failure. */
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

/** Draws the choice of a shop without the widget. */
function drawMethods(payment, { amount }, methods, { payWith = ['CARD', 'TRANSFER', 'VIRTUAL_ACCOUNT'] }, say) {
  const inputs = payWith.map((value, index) => make('input', { type: 'radio', name: 'paymentsdk-method', value, checked: !index }));
  methods.append(make('fieldset', {}, make('legend', {}, say('methods')), ...inputs.map(input => make('label', {}, input, say(input.value) || input.value))));
  return { destroy() {}, request: request => payment.requestPayment({ ...request, amount, method: inputs.find(input => input.checked).value }) };
}

/** Puts a checkout into the page: opens the order, draws the methods, opens the window by the button, brings the result home. */
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
      // A button that is disabled loses the focus: it gets it back.
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

  /** The order to pay: the one before, that of the address (`?order=`), or a new one. Null where the order's own page tells. */
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

  /** Half a widget is none: what is in the places goes, however far it got. */
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

  /** The button begins anew; with the same order, unless that is none to pay. */
  function fail(cause) {
    // Paid or being checked already, in another tab perhaps.
    if (cause.slug === 'order-not-open' && cause.orderId) return leave(cause);
    if (/^(amount-mismatch|order-not-found)$/.test(cause.slug)) order = {};
    set('failed', cause.slug ? cause : new PaymentError('window', cause?.message, { code: cause?.code, cause }));
  }

  /** What the button does. While anything is under way, nothing. */
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
      // By redirect the browser leaves. Where it does not, the same order may be paid by the same button.
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
      // Phones know no promise.
      if (byPromise && cause.code === 'NOT_SUPPORTED_PROMISE') return request();
      throw cause;
    }
  }

  /** Until the server says what became of the payment, the same payment is asked for, and no other is begun. */
  async function confirm() {
    const mine = visit;
    const until = Date.now() + 600_000;
    const { paymentKey, orderId, amount, paymentType } = payment;
    let path = 'confirm', body = { paymentKey, orderId, amount: amount?.value, paymentType };
    set('confirming');
    for (;;) {
      let wait, error = null;
      try {
        // The browser sends it to the end, even if the page is left.
        const told = await server.ask(path, body, body && { keepalive: true });
        if (mine !== visit) return;
        // The order's page asks on; a shop that stays here is told the end.
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

  /** Surely not charged: the same button pays a new order id of the same purchase. */
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

  /** Ends here: the shop's own `done`, or the order's page. */
  async function leave(told) {
    const mine = ++visit;
    set('done');
    if (options.done) return tell(options.done, told);
    // The way back leads before this page: its order is spent. Where the browser was kept from leaving, the button looks again.
    location.replace(server.page(told.orderId));
    await pause(10);
    if (mine === visit) set('stopped');
  }

  /** A page that is seen again may be older than what happened since. */
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

/** Shows the order of the address and asks until it ends: less and less often, for half an hour, and again when the page is seen. */
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
    if (account) lines.push(`${options.banks?.[account.bankCode] ?? (server.say('', account.bankName) || account.bankCode)} ${account.accountNumber}`, account.dueDate && `${server.say('until')} ${new Date(account.dueDate).toLocaleString()}`);
    facts.replaceChildren(...lines.filter(Boolean).map(line => make('li', {}, line)));
    const may = options.checkout && (status === 'noAnswer' ? 0 : order?.status === 'open' || order?.canOpenAgain);
    acts.replaceChildren(...[
      may && make('button', { type: 'button', onclick: payAgain }, server.say('pay')),
      view.stopped && make('button', { type: 'button', onclick: seen }, server.say('look')),
    ].filter(Boolean));
  }

  /** Goes to the checkout page with the order, or with a new order id where this one is spent. */
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
