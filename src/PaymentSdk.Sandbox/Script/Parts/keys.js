// The kinds of key, payment-api.md §1.3. `ak` is the old form of a secret key.
const KEY_FORM = /^(test|live)_(gck|ck|gsk|sk|ak)_[A-Za-z0-9_]{1,200}$/;
const CUSTOMER_KEY_FORM = /^[A-Za-z0-9\-_=.@]{2,50}$/;
const ANONYMOUS = '@@ANONYMOUS';

function kindOfKey(text) {
  const form = typeof text === 'string' ? KEY_FORM.exec(text) : null;
  return form === null ? null : form[2];
}

function isSecret(kind) {
  return kind === 'sk' || kind === 'gsk' || kind === 'ak';
}

function checkClientKey(clientKey) {
  const kind = kindOfKey(clientKey);
  if (isSecret(kind)) {
    refuse('INSECURE_KEY_USAGE', 'This is a secret key. Never put it into a page: pass the client key (test_ck_… or test_gck_…).');
  }
  if (kind === null) {
    refuse('INVALID_CLIENT_KEY', 'The client key must look like test_gck_… (widgets) or test_ck_… (payment window).');
  }
  return kind;
}

function checkCustomerKey(params) {
  const key = params === undefined || params === null ? undefined : params.customerKey;
  if (isSecret(kindOfKey(key))) {
    refuse('INSECURE_KEY_USAGE', 'A secret key was given as customerKey. Never put it into a page.');
  }
  if (typeof key !== 'string' || !CUSTOMER_KEY_FORM.test(key)) {
    refuse('INVALID_CUSTOMER_KEY', 'customerKey must be 2 to 50 letters, digits or -_=.@, or TossPayments.ANONYMOUS.');
  }
  return key;
}
