const MOBILE = /Android|iPhone|iPad|iPod|Mobile/i;

/** Returns where the window opens (payment-api.md §9.4): an overlay on a PC, the whole tab in a mobile browser. */
function chooseTarget(request, redirects) {
  const asked = request.windowTarget;
  if (isGiven(asked) && asked !== 'iframe' && asked !== 'self') {
    refuse('INVALID_PARAMETERS', "windowTarget must be 'iframe' or 'self'.");
  }
  const target = MOBILE.test(navigator.userAgent) ? 'self' : asked || 'iframe';
  if (target === 'self' && !redirects) {
    refuse('NOT_SUPPORTED_PROMISE', 'The window takes over the tab here, so a promise cannot answer: give successUrl and failUrl.');
  }
  return target;
}

/** The overlay of one payment request. The promise `opened` settles when the buyer has finished, or when `abort` is called. */
class PaymentWindow {
  constructor(order) {
    const self = this;
    this.opened = new Promise(function (resolve, reject) {
      self.resolve = resolve;
      self.reject = reject;
    });
    // A page that is restored from the back/forward cache must not have an open window.
    this.leave = function () {
      self.close();
      self.resolve();
    };
    addEventListener('pagehide', this.leave);
    this.openOverlay(order);
  }

  openOverlay(order) {
    const self = this;
    this.frame = new GatewayFrame(windowPath(order), '결제창 (payment window)');
    this.frame.on('outcome', function (outcome) {
      self.finish(outcome);
    });
    dress(this.frame.element, { height: '100%' });
    this.overlay = document.createElement('div');
    this.overlay.setAttribute('role', 'dialog');
    this.overlay.setAttribute('aria-modal', 'true');
    this.overlay.setAttribute('aria-label', '결제창 (payment window)');
    dress(this.overlay, { position: 'fixed', top: '0', left: '0', width: '100%', height: '100%', 'z-index': '2147483647', background: 'rgba(15, 23, 42, 0.55)' });
    this.hidePage();
    document.body.appendChild(this.overlay);
    this.frame.connect(this.overlay, order).then(function () {
      self.frame.element.focus();
    }, function (problem) {
      self.abort(problem);
    });
  }

  /** Keeps the page behind the window from scrolling and from receiving keyboard input while the window is open. */
  hidePage() {
    this.focused = document.activeElement;
    this.overflow = document.documentElement.style.overflow;
    dress(document.documentElement, { overflow: 'hidden' });
    this.behind = Array.prototype.filter.call(document.body.children, function (element) {
      return !element.hasAttribute('inert');
    });
    this.behind.forEach(function (element) {
      element.setAttribute('inert', '');
    });
  }

  showPage() {
    document.documentElement.style.overflow = this.overflow;
    this.behind.forEach(function (element) {
      element.removeAttribute('inert');
    });
    if (this.focused && this.focused.focus) {
      this.focused.focus();
    }
  }

  finish(outcome) {
    if (outcome.returnUrl) {
      // The overlay stays until the browser leaves the page, so that the buyer cannot press anything twice.
      location.assign(outcome.returnUrl);
      return;
    }
    if (outcome.succeeded) {
      this.close();
      this.resolve(outcome.result);
    } else {
      this.abort(new PaymentError(outcome.code, outcome.message));
    }
  }

  abort(problem) {
    this.close();
    this.reject(problem);
  }

  close() {
    removeEventListener('pagehide', this.leave);
    if (this.overlay) {
      this.frame.remove();
      this.overlay.remove();
      this.overlay = null;
      this.showPage();
    }
  }
}

/** Opens the window. As in the real script, `owner` has at most one overlay at a time. */
function openWindow(owner, order, target) {
  if (owner.window) {
    refuse('INVALID_METHOD_TRANSACTION', 'A payment window is already open: wait until it has ended.');
  }
  if (target === 'self') {
    // The browser does not send the fragment, so the order appears in no server log.
    location.assign(GATEWAY + windowPath(order) + '#' + encodeURIComponent(JSON.stringify(order)));
    return Promise.resolve();
  }
  const opened = new PaymentWindow(order);
  const ended = function () {
    owner.window = null;
  };
  owner.window = opened;
  opened.opened.then(ended, ended);
  return opened.opened;
}

function windowPath(order) {
  return '/window?clientKey=' + encodeURIComponent(order.clientKey);
}
