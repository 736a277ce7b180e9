/** What the script throws and rejects with: `code` is the stable part, the message is for the developer. */
class PaymentError extends Error {
  constructor(code, message) {
    super(message);
    this.name = 'PaymentError';
    this.code = code;
  }
}

function refuse(code, message) {
  throw new PaymentError(code, message);
}

/** Something of the real script that the sandbox does not play. It says so instead of doing nothing. */
function notPlayed(what) {
  return function () {
    return Promise.reject(new PaymentError('NOT_SUPPORTED_METHOD', what + ' is not played by the sandbox.'));
  };
}
