// The script reaches the gateway only through frames of the gateway's origin, so no call crosses origins.
const CHANNEL = 'payment-sandbox';
const HANDSHAKE_LIMIT_MS = 30000;

/** One frame of the gateway and the messages to and from it. Both directions use exact origins, never `*`. */
class GatewayFrame {
  constructor(path, title) {
    this.callbacks = {};
    this.receive = this.receive.bind(this);
    this.element = document.createElement('iframe');
    this.element.title = title;
    this.element.src = GATEWAY + path;
    dress(this.element, { border: '0', width: '100%', display: 'block', 'color-scheme': 'light' });
  }

  on(type, callback) {
    this.callbacks[type] = callback;
  }

  post(type, data) {
    this.element.contentWindow.postMessage({ channel: CHANNEL, type: type, data: data }, GATEWAY);
  }

  receive(event) {
    // origins.md §6: compare the origin with ===, and accept only the window that we opened.
    if (event.origin !== GATEWAY || event.source !== this.element.contentWindow) {
      return;
    }
    const message = event.data;
    if (message !== null && typeof message === 'object' && message.channel === CHANNEL && this.callbacks[message.type]) {
      this.callbacks[message.type](message.data);
    }
  }

  /** Adds the frame to the page, sends it `hello`, and resolves when the frame has answered. */
  connect(parent, hello) {
    const frame = this;
    return new Promise(function (resolve, reject) {
      const limit = setTimeout(function () {
        failed({
          code: 'UNKNOWN',
          message: 'The payment gateway at ' + GATEWAY + ' did not answer. Is it running, may this page frame it (frame-src), and is '
            + location.origin + ' registered for this client key?',
        });
      }, HANDSHAKE_LIMIT_MS);
      function failed(problem) {
        clearTimeout(limit);
        frame.remove();
        reject(new PaymentError(problem.code, problem.message));
      }
      frame.on('error', failed);
      frame.on('ready', function (data) {
        clearTimeout(limit);
        resolve(data);
      });
      frame.element.addEventListener('load', function () {
        frame.post('connect', hello);
      });
      addEventListener('message', frame.receive);
      parent.appendChild(frame.element);
    });
  }

  remove() {
    removeEventListener('message', this.receive);
    this.element.remove();
  }
}

/** Sets styles through the object model, so that they also work on a page whose CSP forbids inline styles. */
function dress(element, styles) {
  Object.keys(styles).forEach(function (name) {
    element.style.setProperty(name, styles[name]);
  });
}
