import { wallets } from './choices.js';
import { meetWidgetPage } from './merchant.js';
import { language, money, say, speak } from './words.js';

const place = document.getElementById('methods');
const legend = document.querySelector('legend em');

speak();
start();

/** Shows the payment methods in the shop's page. The window opens with the method that is selected here. */
async function start() {
  drawMethods();
  const met = await meetWidgetPage((type, data) => {
    if (type === 'amount') {
      legend.textContent = money(data);
    }
  });
  if (met === null) {
    return;
  }
  const { merchant, hello } = met;
  legend.textContent = money(hello.amount);
  place.addEventListener('change', () => merchant.tell('state', chosen()));
  merchant.followHeight(document.getElementById('widget'));
  merchant.tell('ready', chosen());
}

function drawMethods() {
  const choices = [
    { code: 'CARD', text: say('CARD') },
    ...wallets.map(wallet => ({ code: wallet.code, text: wallet[language()] })),
    { code: 'TRANSFER', text: say('TRANSFER') },
    { code: 'VIRTUAL_ACCOUNT', text: say('VIRTUAL_ACCOUNT') },
  ];
  choices.forEach(({ code, text }, index) => {
    const label = document.createElement('label');
    const input = Object.assign(document.createElement('input'), { type: 'radio', name: 'method', value: code, checked: index === 0 });
    input.dataset.testid = `widget-method-${code}`;
    label.append(input, Object.assign(document.createElement('span'), { textContent: text }));
    place.append(label);
  });
}

function chosen() {
  return { code: place.querySelector('input:checked').value };
}
