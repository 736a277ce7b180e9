import { Refusal, registerBilling } from './gateway.js';
import { speak, say } from './words.js';

const fault = document.getElementById('fault');

speak();
const form = document.getElementById('billing-form');
form.addEventListener('submit', event => {
  event.preventDefault();
  finish(false);
});
document.getElementById('cancel').addEventListener('click', () => finish(true));
// The form is shown only now, because a press before this script runs would be lost.
form.hidden = false;

/** Ends the registration. The request is in the fragment, which reaches no server log. The gateway checks it and returns the URL. */
async function finish(canceled) {
  try {
    const request = JSON.parse(decodeURIComponent(location.hash.slice(1) || '{}'));
    location.assign((await registerBilling({ ...request, canceled })).returnUrl);
  } catch (problem) {
    fault.textContent = problem instanceof Refusal ? `${problem.message} (${problem.code})` : say('unreachable');
    fault.hidden = false;
  }
}
