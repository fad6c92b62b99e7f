import type { ChargebackDecided } from '@app/disputes';
import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface ChargebackNamed {
  readonly business: string;
  readonly number: string;
  readonly amount: Money;
}

type Outcome = ChargebackDecided['payload']['outcome'];

/** `isInquiry`: the bank only asks. */
export function openedForClient(named: ChargebackNamed, isInquiry: boolean): Letter {
  const kind = isInquiry ? 'inquiry' : 'chargeback';
  return { says: 'chargebacks.openedForClient', facts: { ...named, kind }, path: '/hire/invoices' };
}

/** To each assistant whose work it is about. `wasSent`: all of it has reached them already. */
export function openedForAssistant(named: ChargebackNamed, earned: Money, wasSent: boolean): Letter {
  const facts = { ...named, earned, was: wasSent ? 'sent' : 'held' };
  return { says: 'chargebacks.openedForAssistant', facts, path: '/assist/earnings' };
}

/** To staff. `until` is null when the bank takes no evidence. */
export function answerWanted(named: ChargebackNamed, id: string, until: Date | null): Letter {
  return { says: 'chargebacks.answerWanted', facts: { ...named, until }, path: `/staff/chargebacks/${id}` };
}

/** To the assistant. `because`: why they bear it, in the words of staff; null: Kontor does. */
export function carrierChosen(named: ChargebackNamed, because: string | null): Letter {
  const path = '/assist/earnings';
  if (because === null) return { says: 'chargebacks.carriedByKontor', facts: { ...named }, path };
  return { says: 'chargebacks.carriedByAssistant', facts: { ...named, because }, path };
}

export function decidedForClient(named: ChargebackNamed, outcome: Outcome): Letter {
  return { says: 'chargebacks.decidedForClient', facts: { ...named, outcome }, path: '/hire/invoices' };
}

/** `because`: why they bear what is lost, in the words of staff; null: nothing is lost, or Kontor bears it. */
export function decidedForAssistant(named: ChargebackNamed, because: string | null): Letter {
  const path = '/assist/earnings';
  if (because === null) return { says: 'chargebacks.decidedForAssistant', facts: { ...named }, path };
  return { says: 'chargebacks.decidedAgainstAssistant', facts: { ...named, because }, path };
}

export function decidedForStaff(named: ChargebackNamed, id: string, outcome: Outcome): Letter {
  return { says: 'chargebacks.decidedForStaff', facts: { ...named, outcome }, path: `/staff/chargebacks/${id}` };
}
