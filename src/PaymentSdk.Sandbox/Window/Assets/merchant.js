import { welcome } from './gateway.js';

const CHANNEL = 'payment-sandbox';

/** True in a frame; false if the window uses the whole tab (windowTarget `self`). */
export const framed = window.parent !== window;

/**
 * Resolves with the page that frames this one, after its first `connect` message. From then on, only messages of that window and origin are
 * accepted, and only that page is answered (origins.md §6: `event.origin` by ===, `event.source`, never `*`).
 */
export function meetMerchant(onMessage) {
  return new Promise(resolve => {
    let merchant = null;
    addEventListener('message', event => {
      if (event.source !== window.parent || event.origin === 'null' || !isOurs(event.data)) {
        return;
      }
      if (merchant === null) {
        if (event.data.type === 'connect') {
          merchant = new Merchant(event.origin);
          resolve({ merchant, hello: event.data.data });
        }
      } else if (event.origin === merchant.origin && onMessage) {
        onMessage(event.data.type, event.data.data);
      }
    });
  });
}

/** Does the same as meetMerchant, for a widget. A page that is not registered for the key gets only the error, and the result is null. */
export async function meetWidgetPage(onMessage) {
  const met = await meetMerchant(onMessage);
  try {
    await welcome(met.merchant.origin, met.hello.clientKey);
    return met;
  } catch (refusal) {
    met.merchant.tell('error', { code: refusal.code || 'UNKNOWN', message: refusal.message });
    return null;
  }
}

class Merchant {
  constructor(origin) {
    this.origin = origin;
  }

  tell(type, data) {
    window.parent.postMessage({ channel: CHANNEL, type, data }, this.origin);
  }

  /** Keeps the height of the frame equal to that of its content. */
  followHeight(element) {
    new ResizeObserver(() => this.tell('height', element.getBoundingClientRect().height)).observe(element);
  }
}

function isOurs(message) {
  return message !== null && typeof message === 'object' && message.channel === CHANNEL;
}
