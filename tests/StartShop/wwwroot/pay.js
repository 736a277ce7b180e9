import { checkout } from '/payments/checkout.js';
checkout({
  methods: '#methods', terms: '#terms', button: '#pay', status: '#status',
  order: () => fetch('/api/orders', { method: 'POST',
    headers: { 'content-type': 'application/json' }, body: JSON.stringify({ sku: 'mug', quantity: 2 }) }),
});
