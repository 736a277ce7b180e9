import { banks, failures, installments, issuers, tabOf, wallets } from './choices.js';
import { language, money, say } from './words.js';

// If the shop requested one choice, the buyer can choose nothing else.
const onlyOr = (only, all) => (only ? [only] : all);

const form = document.getElementById('pay-form');
const approveButton = document.getElementById('approve');
const installmentsFrom = 50000;

/** Draws the buyer's choices in the current language. Choices that the buyer has made are kept. */
export function drawChoices(view) {
  drawCells('issuers', 'issuer', onlyOr(view.card?.company, issuers));
  drawCells('wallets', 'wallet', onlyOr(view.card?.wallet, wallets));
  drawOptions('transfer-banks', banks.map(asOption));
  drawOptions('account-banks', banks.map(asOption));
  drawOptions('failures', failures.map(failure => ({ value: failure.code, text: `${failure.code} — ${failure[language()]}` })));
  drawInstallments(view.amount, view.card);
  drawOrder(view);
}

/** Selects the choices that the shop's page requested, or the first of each list. */
export function preselect(view) {
  const tab = tabOf(view.method);
  form.elements.method.value = view.methods.includes(tab) ? tab : view.methods[0];
  mark('issuer', (view.card?.company || issuers[0]).code);
  mark('wallet', view.card?.wallet?.code || known(wallets, view.method));
  document.querySelectorAll('#tabs label').forEach(label => {
    label.hidden = !view.methods.includes(label.querySelector('input').value);
  });
}

// Sets `checked` on each input. With a single radio button the name is not a list, and setting its value would not select it.
function mark(name, code) {
  Array.from(form.querySelectorAll(`input[name=${name}]`)).forEach(input => {
    input.checked = input.value === code;
  });
}

/** Shows the panel of the chosen method, and the label of the button for the chosen outcome. */
export function follow(view) {
  const method = form.elements.method.value;
  document.querySelectorAll('[data-panel]').forEach(panel => {
    panel.hidden = panel.dataset.panel !== method;
  });
  const outcome = form.elements.outcome.value;
  document.getElementById('failure-field').hidden = outcome === 'approve';
  approveButton.textContent = outcome === 'fail' ? say('endSo') : say('pay', money(view.amount));
  approveButton.classList.toggle('ends', outcome === 'fail');
}

export function outcomeChosen() {
  return { kind: form.elements.outcome.value, code: form.elements.failureCode.value };
}

export function choiceMade() {
  const method = form.elements.method.value;
  const { kind, code } = outcomeChosen();
  return {
    method,
    issuer: form.elements.issuer.value,
    installments: Number(form.elements.installmentMonths.value),
    wallet: form.elements.wallet.value,
    bank: method === 'TRANSFER' ? form.elements.transferBank.value : form.elements.accountBank.value,
    confirmFailure: kind === 'decline' ? code : null,
  };
}

export function drawTimeLeft(seconds) {
  const left = Math.max(0, Math.ceil(seconds));
  document.getElementById('time-left').textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
}

function drawOrder(view) {
  document.getElementById('order-name').textContent = view.orderName;
  document.getElementById('order-amount').textContent = money(view.amount);
  document.getElementById('order-id').textContent = view.orderId;
}

function drawInstallments(amount, offer) {
  const possible = amount.currency === 'KRW' && amount.value >= installmentsFrom;
  const most = offer?.maxInstallments ?? 12;
  const months = Number.isInteger(offer?.installments) ? [offer.installments] : [0, ...(possible ? installments.filter(count => count <= most) : [])];
  drawOptions('installments', months.map(count => ({ value: String(count), text: count === 0 ? say('lumpSum') : say('months', count) })));
  document.getElementById('installments').disabled = !possible;
  document.getElementById('installment-note').hidden = possible;
}

function drawCells(id, name, choices) {
  const place = document.getElementById(id);
  if (place.childElementCount === 0) {
    choices.forEach(choice => {
      const label = document.createElement('label');
      const input = Object.assign(document.createElement('input'), { type: 'radio', name, value: choice.code });
      input.dataset.testid = `${name}-${choice.code}`;
      label.append(input, document.createElement('span'));
      place.append(label);
    });
  }
  choices.forEach((choice, index) => {
    place.children[index].lastElementChild.textContent = choice[language()];
  });
}

function drawOptions(id, options) {
  const select = document.getElementById(id);
  const chosen = select.value;
  select.length = 0;
  options.forEach(({ value, text }) => select.add(new Option(text, value)));
  select.value = chosen || options[0].value;
}

function asOption(choice) {
  return { value: choice.code, text: choice[language()] };
}

function known(choices, code) {
  const match = choices.find(choice => choice.code === code);
  return (match || choices[0]).code;
}
