import { welcome } from './gateway.js';

const CHANNEL = 'payment-sandbox';

/** True inside a frame; false when the window took over the tab (windowTarget `self`). */
export const framed = window.parent !== window;

/**
 * The page that framed us. It is met by its first `connect` message: from then on only that window at that
 * origin is heard and answered (origins.md §6: `event.origin` by ===, `event.source`, never `*`).
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

/** The same for a widget: a page that the key is not registered for is told why, and nothing else. Null then. */
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

  /** Keeps the frame as high as what it shows. */
  followHeight(element) {
    new ResizeObserver(() => this.tell('height', element.getBoundingClientRect().height)).observe(element);
  }
}

function isOurs(message) {
  return message !== null && typeof message === 'object' && message.channel === CHANNEL;
}
