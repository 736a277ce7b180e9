/** The public function of the script. A key of the wrong kind is refused immediately (payment-api.md §1.3). */
function TossPayments(clientKey) {
  const kind = checkClientKey(clientKey);
  return {
    widgets: function (params) {
      if (kind !== 'gck') {
        refuse('NOT_SUPPORTED_API_INDIVIDUAL_KEY', 'widgets() takes a widget client key (test_gck_…); this is an API-individual one.');
      }
      return new Widgets(clientKey, checkCustomerKey(params));
    },
    payment: function (params) {
      if (kind !== 'ck') {
        refuse('NOT_SUPPORTED_WIDGET_KEY', 'payment() takes an API-individual client key (test_ck_…); this is a widget one.');
      }
      return new Payment(clientKey, checkCustomerKey(params));
    },
    brandpay: function () {
      return refuse('NOT_SUPPORTED_METHOD', 'The sandbox does not support brandpay().');
    },
  };
}

TossPayments.ANONYMOUS = ANONYMOUS;
window.TossPayments = TossPayments;
