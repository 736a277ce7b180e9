/** Types of `checkout.js`. The module is served by `MapPayments` at `{prefix}/checkout.js`, and is the npm package `@paymentsdk/checkout`. */

/** A text for the buyer in both languages. */
export interface BuyerText {
  readonly ko: string;
  readonly en: string;
}

export interface Amount {
  readonly currency: string;
  readonly value: number;
}

/** The order as the shop's server opened it. `order` must return at least `orderId`; without `amount`, the rest is read from `GET {prefix}/orders/{orderId}`. */
export interface OpenedOrder {
  readonly orderId: string;
  readonly orderName?: string;
  readonly amount?: Amount;
  readonly purchaseId?: string;
  readonly customerKey?: string | null;
}

/** The status of an order. */
export type OrderStatus =
  | 'open' | 'checking' | 'paid' | 'awaitingDeposit' | 'declined' | 'expired' | 'partlyCanceled' | 'canceled' | 'attention';

/** The answer of `GET {prefix}/orders/{orderId}`. A member that does not apply is left out. */
export interface Order {
  readonly orderId: string;
  readonly purchaseId: string;
  readonly status: OrderStatus;
  readonly orderName: string;
  /** The shop's own number of the order. */
  readonly orderNumber?: string;
  readonly amount: Amount;
  readonly canOpenAgain: boolean;
  readonly testMode: boolean;
  readonly method?: string;
  readonly approvedAt?: string;
  readonly balance?: number;
  readonly receiptUrl?: string;
  readonly depositAccount?: { readonly bankCode: string; readonly bankName?: BuyerText; readonly accountNumber: string; readonly dueDate?: string };
  readonly failure?: { readonly code: string; readonly buyerText: BuyerText };
  readonly next?: 'open-again';
}

/** The slugs of the server's problem documents, and of failures in the page. */
export type PaymentErrorSlug =
  | 'malformed-request' | 'payment-declined' | 'origin-missing' | 'origin-ambiguous' | 'origin-null' | 'origin-not-registered'
  | 'request-mode-not-allowed' | 'order-not-found' | 'amount-mismatch' | 'order-not-open' | 'body-too-large' | 'unsupported-media-type'
  | 'payment-unavailable' | 'order-unavailable' | 'public-address-unusable'
  /** There was no usable answer: no connection, no answer within 40 s, a proxy's page, a 429 or a 5xx without one of the slugs above; or `order` threw. */
  | 'no-answer'
  /** Another refusal of the shop's server, e.g. of the endpoint that opens the order. */
  | 'refused'
  /** The script of the payment window, or the widget that it draws, did not load. */
  | 'script-blocked'
  /** The buyer closed the payment window. */
  | 'canceled'
  /** The payment window refused or failed; `code` is the window's own code. */
  | 'window';

/** A failure. The message is for the developer; `buyerText` is for the buyer. For a declined payment the server sends `buyerText`. */
export class PaymentError extends Error {
  readonly name: 'PaymentError';
  readonly slug: PaymentErrorSlug;
  /** The HTTP status; 0 if there was no answer. */
  readonly status: number;
  readonly buyerText: BuyerText;
  /** The code of the refusal (`REJECT_CARD_PAYMENT`) or of the window (`USER_CANCEL`). */
  readonly code?: string;
  /** `open-again`: `POST {prefix}/orders/{orderId}/attempts` gives a new order id. `ask-again`: repeat the request, and do not begin another payment. */
  readonly next?: 'open-again' | 'ask-again';
  readonly orderId?: string;
  /** For `order-not-open`: the status of the live order. */
  readonly orderStatus?: OrderStatus;
  /** The seconds after which to try again, at most 60. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
  constructor(slug: PaymentErrorSlug, message?: string, more?: Partial<Pick<PaymentError, 'status' | 'buyerText' | 'code' | 'next' | 'orderId' | 'orderStatus' | 'retryAfter' | 'cause'>>);
}

/** The options of both functions. */
export interface ServerOptions {
  /** The address of `MapPayments`, absolute or relative to the page. Default: the folder that the module was loaded from; a bundled module needs it. */
  server?: string | URL;
  /** As in `fetch`. Default `same-origin`; `include` needs `AllowCredentials` on the server. */
  credentials?: RequestCredentials;
  /** The language of the texts. Default: the page's `lang`, else the browser's; Korean if it begins with `ko`, else English. */
  lang?: () => string;
}

/** The states of a checkout. In `ready`, `failed` and `stopped` the button can be pressed. */
export type CheckoutState =
  /** The order is being opened, and the methods are being drawn. */
  | 'opening'
  /** The button opens the window. */
  | 'ready'
  /** The window is open, or the browser is leaving. */
  | 'paying'
  /** The shop's server is confirming the payment. */
  | 'confirming'
  /** The outcome is not known yet; the same payment is queried. */
  | 'checking'
  /** The checkout has ended, and the page goes to the result. */
  | 'done'
  /** No payment is under way; the button tries again. */
  | 'failed'
  /** The outcome is not known, e.g. after 10 minutes; the button queries the same payment again. */
  | 'stopped';

export interface Checkout {
  readonly state: CheckoutState;
  /** The order that is being paid. Until it is opened, only the members that are known are set. */
  readonly order: Partial<Order> & Partial<OpenedOrder>;
  /** The failure that caused the state, if there is one. */
  readonly error?: PaymentError | null;
  /** The text for the buyer. */
  readonly text: string;
  readonly testMode?: boolean;
  /** Does what the button does. */
  pay(): Promise<void>;
  /** Removes the methods from the page and detaches the button. A payment that was sent is still confirmed. */
  destroy(): void;
}

export interface CheckoutOptions extends ServerOptions {
  /** An empty element, or its selector: the payment methods are drawn into it. */
  methods: Element | string;
  /** An empty element, or its selector: the terms of the widget. Default none. */
  terms?: Element | string;
  /** The button that pays, or its selector. Default none: call `pay()`. */
  button?: HTMLButtonElement | string;
  /** An element, or its selector, that shows the buyer the state; it becomes a live region. Default none: show `text` in `onChange`. */
  status?: Element | string;
  /** Opens the order on the shop's server; returns its JSON or the `Response` with it. Not called if the address has `?order=…`. */
  order: () => Promise<OpenedOrder | Response> | OpenedOrder | Response;
  /** How the window returns its result. Default `redirect`; `promise` keeps the page (phones redirect nevertheless). */
  form?: 'redirect' | 'promise';
  /** Returns the customer key if the order has none. Default: an anonymous buyer. */
  customerKey?: (order: OpenedOrder) => string | null | undefined;
  /** Additional members of the window's request, e.g. `customerName`, `card`. */
  request?: Record<string, unknown>;
  /** The widget's variants. Default `DEFAULT` and `AGREEMENT`. */
  methodsVariant?: string;
  termsVariant?: string;
  /** The methods that are offered with an individual key. Default `CARD`, `TRANSFER`, `VIRTUAL_ACCOUNT`. */
  payWith?: readonly string[];
  /** Called with the order, or with the error that names the live order, instead of going to the order's page. */
  done?: (told: Order | PaymentError) => void;
  /** Called on every change. */
  onChange?: (checkout: Checkout) => void;
}

/** Adds a checkout to the page. It throws a `TypeError` if an element is missing; every later failure is a state. */
export function checkout(options: CheckoutOptions): Checkout;

/** The status that is shown: that of the order, or why there is none. For an open order, `?code=…` says why the buyer returned. */
export type ShownStatus = OrderStatus | 'loading' | 'canceledByBuyer' | 'failedInWindow' | 'notFound' | 'noAnswer';

export interface Result {
  readonly orderId: string;
  readonly status: ShownStatus;
  /** The order as it was last read. */
  readonly order?: Order;
  readonly error?: PaymentError;
  /** The text for the buyer. */
  readonly text?: string;
  /** Whether it has stopped querying, after half an hour. */
  readonly stopped?: boolean;
  /** Queries the order now. */
  look(): Promise<void>;
  /** Goes to the checkout page with this order, or a new order id if this one can no longer be paid. Needs the option `checkout`. */
  payAgain(): Promise<void>;
  destroy(): void;
}

export interface ResultOptions extends ServerOptions {
  /** An element, or its selector, into which the order is drawn. Default none: show it in `onChange`. */
  into?: Element | string;
  /** Default: the last part of the page's path. */
  orderId?: string;
  /** The address of the checkout page; it gets `?order=…`. Default none: then there is no button to pay again. */
  checkout?: string | URL;
  /** Names of banks by their code, for an account to deposit to. Default: the server's names in the page's language, or the code if the server knows no name. */
  banks?: Readonly<Record<string, string>>;
  /** Called on every change. */
  onChange?: (result: Result) => void;
}

/** Shows the order whose id is in the page's address, and queries it until its status is final. */
export function result(options?: ResultOptions): Result;
