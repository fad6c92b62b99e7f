import type { DomainEvent } from '@app/delivery';

import type { Contract } from './contract.entity.ts';

export interface ContractParties {
  readonly contractId: string;
  readonly clientId: string;
  readonly assistantId: string;
}

export type ContractOffered = DomainEvent<'contract.offered', ContractParties & { offerExpiresAt: string }>;
export type ContractAccepted = DomainEvent<'contract.accepted', ContractParties>;
export type ContractDeclined = DomainEvent<'contract.declined', ContractParties>;
export type ContractWithdrawn = DomainEvent<'contract.withdrawn', ContractParties>;
export type ContractEnded = DomainEvent<'contract.ended', ContractParties & { endedBy: string | null }>;
export type ContractPaused = DomainEvent<'contract.paused', ContractParties>;
export type ContractResumed = DomainEvent<'contract.resumed', ContractParties>;
/** One a run of the sweep, however many expired in it. */
export type OffersExpired = DomainEvent<'offers.expired', { contractIds: readonly string[] }>;

export function contractOffered(contract: Contract): ContractOffered {
  const offerExpiresAt = contract.offerExpiresAt.toISOString();
  return { type: 'contract.offered', payload: { ...parties(contract), offerExpiresAt } };
}

export function contractAccepted(contract: Contract): ContractAccepted {
  return { type: 'contract.accepted', payload: parties(contract) };
}

export function contractDeclined(contract: Contract): ContractDeclined {
  return { type: 'contract.declined', payload: parties(contract) };
}

export function contractWithdrawn(contract: Contract): ContractWithdrawn {
  return { type: 'contract.withdrawn', payload: parties(contract) };
}

export function contractEnded(contract: Contract): ContractEnded {
  return { type: 'contract.ended', payload: { ...parties(contract), endedBy: contract.endedBy } };
}

export function contractPaused(contract: Contract): ContractPaused {
  return { type: 'contract.paused', payload: parties(contract) };
}

export function contractResumed(contract: Contract): ContractResumed {
  return { type: 'contract.resumed', payload: parties(contract) };
}

export function offersExpired(contractIds: readonly string[]): OffersExpired {
  return { type: 'offers.expired', payload: { contractIds } };
}

function parties({ id, clientId, assistantId }: Contract): ContractParties {
  return { contractId: id, clientId, assistantId };
}
