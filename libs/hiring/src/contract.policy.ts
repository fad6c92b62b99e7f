import type { Actor } from '@app/kernel';

import type { Contract } from './contract.entity.ts';
import { type ContractState, contractTransitions } from './contract.state.ts';

export function mayAccept(actor: Actor, contract: Contract): boolean {
  return contract.isAssistant(actor);
}

export function mayDecline(actor: Actor, contract: Contract): boolean {
  return contract.isAssistant(actor);
}

export function mayWithdraw(actor: Actor, contract: Contract): boolean {
  return contract.isHiredBy(actor);
}

export function mayEnd(actor: Actor, contract: Contract): boolean {
  return actor.kind !== 'user' || contract.isAssistant(actor) || contract.isHiredBy(actor);
}

/** Pausing and going on again: whoever hires, and Kontor for them. */
export function mayPause(actor: Actor, contract: Contract): boolean {
  return actor.kind !== 'user' || contract.isHiredBy(actor);
}

export interface ContractCan {
  readonly accept: boolean;
  readonly decline: boolean;
  readonly withdraw: boolean;
  readonly pause: boolean;
  readonly resume: boolean;
  readonly end: boolean;
}

/** What the actor can do with the contract as it stands at `now`. */
export function contractCan(actor: Actor, contract: Contract, now: Date): ContractCan {
  const moves: readonly ContractState[] = contractTransitions[contract.state];
  return {
    accept:
      moves.includes('active') &&
      contract.state === 'offered' &&
      now < contract.offerExpiresAt &&
      mayAccept(actor, contract),
    decline: moves.includes('declined') && mayDecline(actor, contract),
    withdraw: moves.includes('withdrawn') && mayWithdraw(actor, contract),
    pause: moves.includes('paused') && mayPause(actor, contract),
    resume: contract.state === 'paused' && mayPause(actor, contract),
    end: moves.includes('ended') && mayEnd(actor, contract),
  };
}
