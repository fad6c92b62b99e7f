import type { DomainEvent } from '@app/delivery';

import type { Payee } from './payee.entity.ts';
import type { PayeeState } from './payee.state.ts';

export type PayeeChanged = DomainEvent<'payee.changed', { assistantId: string; state: PayeeState }>;

export function payeeChanged({ id, state }: Payee): PayeeChanged {
  return { type: 'payee.changed', payload: { assistantId: id, state } };
}
