// Code that a shop may write in TypeScript. It is compiled and never run.
import { checkout, result, PaymentError, type Checkout, type CheckoutState, type Order, type OrderStatus, type Result } from '@paymentsdk/checkout';

const said: Record<CheckoutState, string> = {
  opening: '', ready: '', paying: '', confirming: '', checking: '', done: '', failed: '', stopped: '',
};

const payment: Checkout = checkout({
  server: new URL('https://pay.myshop.com/payments'), credentials: 'include', lang: () => 'ko',
  methods: '#methods', terms: document.body, button: '#pay', status: '#status',
  order: async () => ({ orderId: 'order-1001', orderName: 'Two mugs', amount: { currency: 'KRW', value: 15000 } }),
  form: 'promise', customerKey: order => order.customerKey, request: { customerName: 'Kim', card: { useEscrow: false } },
  methodsVariant: 'DEFAULT', termsVariant: 'AGREEMENT', payWith: ['CARD'],
  done: told => { if (told instanceof PaymentError) console.error(told.orderStatus); else console.log(told.status satisfies OrderStatus); },
  onChange: ({ state, text, error, order, testMode }) => console.log(said[state], text, error?.buyerText.ko, order.amount?.value, testMode),
});
await payment.pay();
payment.destroy();

checkout({ methods: '#methods', order: () => fetch('/api/orders') });

const shown: Result = result({
  into: '#order', orderId: 'order-1001', checkout: '/checkout', banks: { 88: '신한은행' },
  onChange: view => { const order: Order | undefined = view.order; console.log(order?.depositAccount?.bankCode, view.status === 'canceledByBuyer', view.stopped); },
});
await shown.look();
await shown.payAgain();
result();

const failure = new PaymentError('no-answer', 'Nobody answered.', { status: 0 });
failure.slug satisfies string;

// @ts-expect-error The option "methods" is missing.
checkout({ order: () => fetch('/api/orders') });
// @ts-expect-error There is no such form.
checkout({ methods: '#methods', order: () => fetch('/api/orders'), form: 'popup' });
// @ts-expect-error There is no such status.
if (shown.status === 'refunded') payment.destroy();
// @ts-expect-error The order id is missing.
checkout({ methods: '#methods', order: () => ({ amount: { currency: 'KRW', value: 15000 } }) });
