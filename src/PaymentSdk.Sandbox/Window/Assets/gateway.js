import { language } from './words.js';

/** A refusal of the gateway: a code of its error table, and a text for people. */
export class Refusal extends Error {
  constructor(answer) {
    super(answer.message);
    this.code = answer.code;
  }
}

/** Calls the gateway about the window's own payment. The gateway serves this page, so both have the same origin. */
const ask = (path, body) => call(`/window/payments${path}`, body);

async function call(path, body) {
  const answer = await fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Accept-Language': language() === 'ko' ? 'ko-KR' : 'en-US', 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
  });
  const view = await answer.json();
  if (!answer.ok) {
    throw new Refusal(view);
  }
  return view;
}

/** Throws a Refusal if a page may not draw a widget with the key. */
export async function welcome(page, clientKey) {
  const answer = await fetch(`/window/key?kind=widget&clientKey=${encodeURIComponent(clientKey)}&page=${encodeURIComponent(page)}`, { cache: 'no-store' });
  if (!answer.ok) {
    throw new Refusal(await answer.json());
  }
}

const at = paymentKey => `/${encodeURIComponent(paymentKey)}`;

export const registerBilling = request => call('/window/billing', request);
export const open = order => ask('', order);
export const look = paymentKey => ask(at(paymentKey));
export const approve = (paymentKey, choice) => ask(`${at(paymentKey)}/approve`, choice);
export const fail = (paymentKey, code) => ask(`${at(paymentKey)}/fail`, { code });
export const cancel = paymentKey => ask(`${at(paymentKey)}/cancel`, {});
