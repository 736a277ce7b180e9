import { meetWidgetPage } from './merchant.js';
import { speak } from './words.js';

const required = document.getElementById('required-terms');
const optional = document.getElementById('optional-terms');

speak();
start();

/** The terms in the shop's page; the required ones are marked from the start, as a buyer of the real one sees them. */
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
