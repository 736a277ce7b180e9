// The choices of the buyer. The codes are those of payment-api.md appendix A, which the Payment object also uses.
export const issuers = [
  { code: '41', ko: '신한', en: 'Shinhan' },
  { code: '61', ko: '현대', en: 'Hyundai' },
  { code: '51', ko: '삼성', en: 'Samsung' },
  { code: '11', ko: 'KB국민', en: 'KB Kookmin' },
  { code: '71', ko: '롯데', en: 'Lotte' },
  { code: '21', ko: '하나', en: 'Hana' },
  { code: '31', ko: 'BC', en: 'BC' },
  { code: '91', ko: 'NH농협', en: 'NH Nonghyup' },
  { code: '15', ko: '카카오뱅크', en: 'KakaoBank' },
];

export const wallets = [
  { code: 'TOSSPAY', ko: '토스페이', en: 'Toss Pay' },
  { code: 'NAVERPAY', ko: '네이버페이', en: 'Naver Pay' },
  { code: 'KAKAOPAY', ko: '카카오페이', en: 'Kakao Pay' },
  { code: 'SAMSUNGPAY', ko: '삼성페이', en: 'Samsung Pay' },
];

export const banks = [
  { code: '06', ko: 'KB국민은행', en: 'KB Kookmin' },
  { code: '88', ko: '신한은행', en: 'Shinhan' },
  { code: '20', ko: '우리은행', en: 'Woori' },
  { code: '81', ko: '하나은행', en: 'Hana' },
  { code: '11', ko: 'NH농협은행', en: 'NH Nonghyup' },
  { code: '03', ko: 'IBK기업은행', en: 'IBK' },
  { code: '90', ko: '카카오뱅크', en: 'KakaoBank' },
  { code: '92', ko: '토스뱅크', en: 'Toss Bank' },
];

// The refusals that buyers really see, payment-api.md §5.2. The confirmFailure of POST /sandbox/payments can be any other code.
export const failures = [
  { code: 'REJECT_CARD_COMPANY', ko: '카드사에서 거절', en: 'refused by the card company' },
  { code: 'REJECT_CARD_PAYMENT', ko: '한도 초과 또는 잔액 부족', en: 'limit reached or not enough money' },
  { code: 'INVALID_STOPPED_CARD', ko: '정지된 카드', en: 'suspended card' },
  { code: 'INVALID_CARD_EXPIRATION', ko: '카드 유효기간 오류', en: 'wrong expiry date' },
  { code: 'EXCEED_MAX_DAILY_PAYMENT_COUNT', ko: '하루 결제 횟수 초과', en: 'too many payments today' },
  { code: 'REJECT_ACCOUNT_PAYMENT', ko: '계좌 잔액 부족', en: 'not enough money in the account' },
  { code: 'FDS_ERROR', ko: '위험 거래 감지', en: 'blocked as risky' },
  { code: 'PAY_PROCESS_ABORTED', ko: '결제 진행 중단', en: 'aborted while paying' },
  { code: 'PROVIDER_ERROR', ko: '일시적인 오류', en: 'temporary fault of the provider' },
];

export const installments = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Returns the tab of the window for a method of the widget, where each wallet has its own code. */
export function tabOf(method) {
  return wallets.some(wallet => wallet.code === method) ? 'EASY_PAY' : method;
}
