/** The error that the script throws and rejects with. `code` is stable; the message is for the developer. */
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

/** Returns a function that rejects, for a function of the real script that the sandbox does not support. */
function notPlayed(what) {
  return function () {
    return Promise.reject(new PaymentError('NOT_SUPPORTED_METHOD', 'The sandbox does not support ' + what + '.'));
  };
}
