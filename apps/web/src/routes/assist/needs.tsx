import { NeedsList } from '../needs-list.tsx';
import { useDisputeNeeds } from '../needs-of-disputes.tsx';

/** What of disputes and questions waits for the assistant. */
export function Needs() {
  return <NeedsList needs={useDisputeNeeds('assist')} />;
}
