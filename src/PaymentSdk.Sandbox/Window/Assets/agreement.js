import { meetWidgetPage } from './merchant.js';
import { speak } from './words.js';

const required = document.getElementById('required-terms');
const optional = document.getElementById('optional-terms');

speak();
start();

/** Shows the terms in the shop's page. The required terms are checked at first, as in the real widget. */
async function start() {
  const met = await meetWidgetPage();
  if (met === null) {
    return;
  }
  const { merchant } = met;
  document.querySelector('form').addEventListener('change', () => merchant.tell('state', status()));
  merchant.followHeight(document.getElementById('widget'));
  merchant.tell('ready', status());
}

function status() {
  return {
    agreedRequiredTerms: required.checked,
    agreements: [
      { term: { id: 'sandbox-required', required: true }, agreed: required.checked },
      { term: { id: 'sandbox-news', required: false }, agreed: optional.checked },
    ],
  };
}
