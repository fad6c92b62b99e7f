import type { ContractView } from '@app/wire/hiring';

import { useMe } from '../../api/session.ts';
import { GiveBonus } from '../../features/billing/bonus-dialog.tsx';

/** Who handles the business's money, or hires for it. */
const MAY_PAY_BONUS: ReadonlySet<string> = new Set(['owner', 'finance', 'hiring']);

/** Money on top of the hours of a contract that was worked on, for whoever may give it. */
export function BonusOn({ contract }: { readonly contract: ContractView }) {
  const { businesses } = useMe();
  const { id, startedAt, client, assistant, clientFeeBp } = contract;
  const role = businesses.find((business) => business.id === client.id)?.role;
  if (role === undefined || !MAY_PAY_BONUS.has(role) || startedAt === null) return null;
  return <GiveBonus contractId={id} assistantName={assistant.name} feeBp={clientFeeBp} />;
}
