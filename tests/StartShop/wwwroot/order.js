import { result } from '/payments/checkout.js';
result({ into: '#order', checkout: '/' });
