/** Why an issuer says no, in Stripe's words. */
export type DeclineReason =
  | 'generic_decline' | 'insufficient_funds' | 'lost_card' | 'stolen_card' | 'expired_card' | 'incorrect_cvc'
  | 'processing_error' | 'card_velocity_exceeded' | 'fraudulent' | 'authentication_required' | 'do_not_honor'; // prettier-ignore

export interface Decline {
  readonly code: string;
  readonly decline_code: DeclineReason;
  readonly advice_code: 'try_again_later' | 'do_not_try_again' | 'confirm_card_data';
  readonly message: string;
}

export interface TestCard {
  readonly number: string;
  readonly token?: string;
  /** Refused already when it is saved. */
  readonly refusesSetup?: DeclineReason;
  readonly refusesCharge?: DeclineReason;
  /** When its bank wants the cardholder: always, or only until it was set up for off-session use. */
  readonly authenticates?: 'always' | 'until_set_up';
  readonly fundsAtOnce?: true;
  readonly disputedAs?: 'fraudulent' | 'product_not_received';
  readonly inquiredAs?: 'fraudulent';
  readonly refunds?: 'pending_first' | 'fail_later';
}

const DECLINES: Readonly<Record<DeclineReason, Omit<Decline, 'decline_code'>>> = {
  generic_decline: declined('try_again_later', 'Your card was declined.'),
  do_not_honor: declined('try_again_later', 'Your card was declined.'),
  insufficient_funds: declined('try_again_later', 'Your card has insufficient funds.'),
  lost_card: declined('do_not_try_again', 'Your card was declined.'),
  stolen_card: declined('do_not_try_again', 'Your card was declined.'),
  fraudulent: declined('do_not_try_again', 'Your card was declined.'),
  card_velocity_exceeded: declined(
    'try_again_later',
    'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
  ),
  expired_card: { code: 'expired_card', advice_code: 'do_not_try_again', message: 'Your card has expired.' },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    advice_code: 'confirm_card_data',
    message: "Your card's security code is incorrect.",
  },
  processing_error: {
    code: 'processing_error',
    advice_code: 'try_again_later',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  authentication_required: {
    code: 'authentication_required',
    advice_code: 'try_again_later',
    message: 'Your card was declined. This transaction requires authentication.',
  },
};

const CARDS: readonly TestCard[] = [
  { number: '4242424242424242', token: 'pm_card_visa' },
  { number: '5555555555554444', token: 'pm_card_mastercard' },
  { number: '378282246310005', token: 'pm_card_amex' },
  { number: '4000000000000077', token: 'pm_card_bypassPending', fundsAtOnce: true },
  { number: '4000000000000341', token: 'pm_card_chargeCustomerFail', refusesCharge: 'generic_decline' },
  { number: '4000002500003155', token: 'pm_card_authenticationRequiredOnSetup', authenticates: 'until_set_up' },
  { number: '4000002760003184', token: 'pm_card_authenticationRequired', authenticates: 'always' },
  {
    number: '4000003800000446',
    token: 'pm_card_authenticationRequiredSetupForOffSession',
    authenticates: 'until_set_up',
  },
  {
    number: '4000008260003178',
    token: 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds',
    authenticates: 'until_set_up',
    refusesCharge: 'insufficient_funds',
  },
  { number: '4000000000000259', token: 'pm_card_createDispute', disputedAs: 'fraudulent' },
  { number: '4000000000002685', token: 'pm_card_createDisputeProductNotReceived', disputedAs: 'product_not_received' },
  { number: '4000000000001976', token: 'pm_card_createDisputeInquiry', inquiredAs: 'fraudulent' },
  { number: '4000000000007726', token: 'pm_card_pendingRefund', refunds: 'pending_first' },
  { number: '4000000000005126', token: 'pm_card_refundFail', refunds: 'fail_later' },
  refusing('4000000000000002', 'pm_card_visa_chargeDeclined', 'generic_decline'),
  refusing('4000000000009995', 'pm_card_visa_chargeDeclinedInsufficientFunds', 'insufficient_funds'),
  refusing('4000000000009987', 'pm_card_visa_chargeDeclinedLostCard', 'lost_card'),
  refusing('4000000000009979', 'pm_card_visa_chargeDeclinedStolenCard', 'stolen_card'),
  refusing('4000000000000069', 'pm_card_chargeDeclinedExpiredCard', 'expired_card'),
  refusing('4000000000000127', 'pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc'),
  refusing('4000000000000119', 'pm_card_chargeDeclinedProcessingError', 'processing_error'),
  refusing('4000000000006975', 'pm_card_visa_chargeDeclinedVelocityLimitExceeded', 'card_velocity_exceeded'),
  refusing('4100000000000019', 'pm_card_radarBlock', 'fraudulent'),
];

/** The well-known test card with this number (spaces allowed), or null. */
export function cardByNumber(number: string): TestCard | null {
  const digits = number.replace(/[\s-]/g, '');
  return CARDS.find((card) => card.number === digits) ?? null;
}

export function cardByToken(token: string): TestCard | null {
  return CARDS.find((card) => card.token === token) ?? null;
}

export function declineFor(reason: DeclineReason): Decline {
  return { ...DECLINES[reason], decline_code: reason };
}

export function isDeclineReason(text: string): text is DeclineReason {
  return text in DECLINES;
}

function declined(advice_code: Decline['advice_code'], message: string): Omit<Decline, 'decline_code'> {
  return { code: 'card_declined', advice_code, message };
}

function refusing(number: string, token: string, reason: DeclineReason): TestCard {
  return { number, token, refusesSetup: reason, refusesCharge: reason };
}
