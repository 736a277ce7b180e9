const korean = {
  banner: '테스트 결제창 — 실제로 돈이 빠져나가지 않아요',
  title: '결제하기',
  orderId: '주문번호',
  timeLeft: '남은 시간',
  methods: '결제수단',
  CARD: '신용·체크카드',
  EASY_PAY: '간편결제',
  TRANSFER: '계좌이체',
  VIRTUAL_ACCOUNT: '가상계좌',
  issuer: '카드사',
  installment: '할부',
  lumpSum: '일시불',
  months: '{0}개월',
  installmentNote: '할부는 50,000원부터 고를 수 있어요.',
  wallet: '간편결제 서비스',
  bank: '은행',
  transferNote: '고른 은행의 계좌에서 이체하는 것처럼 진행돼요.',
  accountNote: '승인 뒤 가상계좌 번호가 발급되고, 입금하면 결제가 끝나요.',
  outcomes: '테스트 결과 고르기',
  approve: '정상 승인',
  approveNote: '인증에 성공하고, 상점의 승인 요청도 성공해요.',
  decline: '승인 단계에서 거절',
  declineNote: '인증은 성공하지만, 상점의 승인(confirm) 요청이 아래 코드로 실패해요.',
  fail: '결제창에서 실패',
  failNote: '인증이 아래 코드로 실패하고, 실패 페이지로 돌아가요.',
  failureCode: '오류 코드',
  billingTitle: '결제수단 등록',
  billingNote: '쇼핑몰이 다음부터 이 결제수단으로 결제할 수 있도록 테스트 결제수단을 등록해요.',
  billingRegister: '등록하기',
  cancel: '취소',
  pay: '{0} 결제하기',
  endSo: '이 결과로 끝내기',
  working: '처리하고 있어요…',
  expiredTitle: '결제 시간이 지났어요',
  expiredText: '30분 안에 결제하지 않아 이 결제창은 닫혔어요. 쇼핑몰에서 다시 시도해 주세요.',
  doneTitle: '이미 끝난 결제창이에요',
  doneText: '이 결제창에서는 더 할 일이 없어요. 쇼핑몰로 돌아가 주세요.',
  problemTitle: '결제창을 열 수 없어요',
  back: '쇼핑몰로 돌아가기',
  unreachable: '결제 게이트웨이에 연결할 수 없어요. 잠시 뒤 다시 눌러 주세요.',
  loading: '결제창을 열고 있어요…',
  paymentWidget: '결제 방법',
  recommended: '테스트',
  agreeRequired: '[필수] 결제 서비스 이용 약관, 개인정보 처리 동의',
  agreeOptional: '[선택] 테스트 소식 받기 동의',

  terms: '테스트 환경이라 실제 약관은 없어요.',
};

const english = {
  banner: 'Test window — no money moves',
  title: 'Payment',
  orderId: 'Order number',
  timeLeft: 'Time left',
  methods: 'Payment method',
  CARD: 'Card',
  EASY_PAY: 'Easy pay',
  TRANSFER: 'Bank transfer',
  VIRTUAL_ACCOUNT: 'Virtual account',
  issuer: 'Card issuer',
  installment: 'Installments',
  lumpSum: 'Pay in full',
  months: '{0} months',
  installmentNote: 'Installments are possible from 50,000 KRW.',
  wallet: 'Easy pay service',
  bank: 'Bank',
  transferNote: 'Simulates a transfer from an account at the chosen bank.',
  accountNote: 'An account number is issued on approval; the payment is done when the deposit arrives.',
  outcomes: 'Choose a test outcome',
  approve: 'Approve',
  approveNote: 'The buyer is authenticated, and the later confirm succeeds.',
  decline: 'Decline at confirm',
  declineNote: 'The buyer is authenticated, but the later confirm fails with the code below.',
  fail: 'Fail in the window',
  failNote: 'The authentication fails with the code below; the buyer goes to the fail page.',
  failureCode: 'Error code',
  billingTitle: 'Register a payment method',
  billingNote: 'A test payment method is registered, which the shop can charge from now on.',
  billingRegister: 'Register',
  cancel: 'Cancel',
  pay: 'Pay {0}',
  endSo: 'End like this',
  working: 'Working…',
  expiredTitle: 'The payment window has expired',
  expiredText: 'It was open for 30 minutes without a payment. Please start again in the shop.',
  doneTitle: 'This payment window has ended',
  doneText: 'There is nothing left to do here. Please go back to the shop.',
  problemTitle: 'The payment window cannot open',
  back: 'Back to the shop',
  unreachable: 'The payment gateway cannot be reached. Please press again in a moment.',
  loading: 'Opening the payment window…',
  paymentWidget: 'Payment method',
  recommended: 'Sandbox',
  agreeRequired: '[Required] Terms of the payment service and of personal data',
  agreeOptional: '[Optional] News about testing',

  terms: 'This is a sandbox: there are no real terms.',
};

export const languages = { ko: korean, en: english };

let current = navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';

export function language() {
  return current;
}

export function say(key, value) {
  const text = languages[current][key];
  return value === undefined ? text : text.replace('{0}', value);
}

/** Writes the text of every `data-say` element of the page in the given language. */
export function speak(chosen = current) {
  current = chosen;
  document.documentElement.lang = chosen;
  document.title = `SANDBOX · ${say('title')}`;
  document.querySelectorAll('[data-say]').forEach(element => {
    element.textContent = say(element.dataset.say);
  });
}

export function money(amount) {
  const digits = amount.currency === 'USD' ? 2 : 0;
  const number = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount.value);
  if (amount.currency !== 'KRW') {
    return `${number} ${amount.currency}`;
  }
  return current === 'ko' ? `${number}원` : `₩${number}`;
}
