import type { WorkSuspended } from '@app/billing';

import type { Letter } from '../letter.ts';

type Cause = WorkSuspended['payload']['cause'];

export function suspendedForClient(business: string, cause: Cause): Letter {
  return { says: 'work.suspendedForClient', facts: { business, cause }, path: '/hire/invoices' };
}

/** To each of its assistants. */
export function suspendedForAssistant(business: string, cause: Cause): Letter {
  return { says: 'work.suspendedForAssistant', facts: { business, cause }, path: '/assist/earnings' };
}

/** To both, when work may go on. */
export function resumed(business: string, path: '/hire' | '/assist'): Letter {
  return { says: 'work.resumed', facts: { business }, path };
}
