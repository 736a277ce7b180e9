import * as gateway from './gateway.js';
import { choiceMade, drawChoices, drawTimeLeft, follow, outcomeChosen, preselect } from './form.js';
import { framed, meetMerchant } from './merchant.js';
import { language, say, speak } from './words.js';

const form = document.getElementById('pay-form');
const fault = document.getElementById('fault');
let merchant = null;
let view = null;
let busy = false;
let end = null;

speak();
markLanguage();
document.body.classList.toggle('whole-tab', !framed);
form.addEventListener('submit', event => {
  event.preventDefault();
  const { kind, code } = outcomeChosen();
  act(() => (kind === 'fail' ? gateway.fail(view.paymentKey, code) : gateway.approve(view.paymentKey, choiceMade())));
});
form.addEventListener('change', () => follow(view));
document.getElementById('cancel').addEventListener('click', () => act(() => gateway.cancel(view.paymentKey)));
document.getElementById('back').addEventListener('click', () => leave(end));
document.querySelectorAll('[data-language]').forEach(button => button.addEventListener('click', () => {
  speak(button.dataset.language);
  markLanguage();
  redraw();
}));
start();

/** Opens a new payment for the order of the shop's page, or shows the payment that is in the address. */
async function start() {
  try {
    const order = await takeOrder();
    const paymentKey = location.pathname.split('/')[2];
    if (paymentKey) {
      view = await gateway.look(decodeURIComponent(paymentKey));
    } else {
      view = await gateway.open({ ...order, merchantOrigin: merchant && merchant.origin });
      // After a reload the same payment is found, and the order is no longer in the address bar.
      history.replaceState(null, '', `/window/${encodeURIComponent(view.paymentKey)}${location.search}`);
    }
    if (merchant) {
      merchant.tell('ready', { paymentKey: view.paymentKey });
    }
    if (view.outcome) {
      showEnd(view);
      return;
    }
    if (order?.card?.language) {
      speak(order.card.language.toLowerCase());
      markLanguage();
    }
    showForm();
  } catch (problem) {
    showProblem(problem);
  }
}

async function takeOrder() {
  if (framed) {
    const met = await meetMerchant();
    merchant = met.merchant;
    return met.hello;
  }
  return location.hash.length > 1 ? JSON.parse(decodeURIComponent(location.hash.slice(1))) : null;
}

function showForm() {
  drawChoices(view);
  preselect(view);
  follow(view);
  document.getElementById('loading').hidden = true;
  form.hidden = false;
  countDown();
}

/** Runs one action at a time, so that pressing twice acts once. */
async function act(ask) {
  if (busy) {
    return;
  }
  setBusy(true);
  fault.hidden = true;
  try {
    const answer = await ask();
    if (answer.expired) {
      showEnd(answer);
    } else {
      leave(answer.outcome);
    }
  } catch (problem) {
    setBusy(false);
    fault.textContent = problem instanceof gateway.Refusal ? problem.message : say('unreachable');
    fault.hidden = false;
  }
}

/** Returns to the shop: sends the outcome to the page that frames this one, or moves the tab to the return URL. */
function leave(outcome) {
  if (merchant) {
    merchant.tell('outcome', outcome);
  } else {
    location.replace(outcome.returnUrl);
  }
}

function countDown() {
  const until = performance.now() + view.secondsLeft * 1000;
  const timer = setInterval(() => {
    const left = (until - performance.now()) / 1000;
    drawTimeLeft(left);
    if (left <= 0) {
      clearInterval(timer);
      noticeExpiry();
    }
  }, 1000);
  drawTimeLeft(view.secondsLeft);
}

/** Shows the expiry. The gateway's clock decides, not this page's; if the gateway does not answer, the next press shows it. */
async function noticeExpiry() {
  const answer = await gateway.look(view.paymentKey).catch(() => view);
  if (answer.expired && !busy) {
    showEnd(answer);
  }
}

function showEnd(answer) {
  end = answer.outcome;
  showMessage(answer.expired ? 'expiredTitle' : 'doneTitle', say(answer.expired ? 'expiredText' : 'doneText'));
}

function showProblem(problem) {
  const refused = problem instanceof gateway.Refusal;
  const text = refused ? `${problem.message} (${problem.code})` : say('unreachable');
  if (merchant) {
    merchant.tell('error', { code: refused ? problem.code : 'UNKNOWN', message: text });
  }
  showMessage('problemTitle', text);
  document.getElementById('back').hidden = true;
}

function showMessage(titleKey, text) {
  const section = document.getElementById('end');
  form.hidden = true;
  document.getElementById('loading').hidden = true;
  document.getElementById('end-title').dataset.say = titleKey;
  document.getElementById('end-title').textContent = say(titleKey);
  document.getElementById('end-text').textContent = text;
  section.hidden = false;
  section.focus();
}

function setBusy(now) {
  busy = now;
  form.setAttribute('aria-busy', String(now));
  form.querySelectorAll('.actions button').forEach(button => {
    button.disabled = now;
  });
  if (now) {
    document.getElementById('approve').textContent = say('working');
  } else {
    follow(view);
  }
}

function redraw() {
  if (!form.hidden) {
    drawChoices(view);
    follow(view);
  }
}

function markLanguage() {
  document.querySelectorAll('[data-language]').forEach(button => {
    button.setAttribute('aria-pressed', String(button.dataset.language === language()));
  });
}
