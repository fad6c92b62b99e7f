import type { ContractView } from '@app/wire/hiring';

import { State, type Tone } from '../../ui/state.tsx';

const states: Readonly<Record<ContractView['state'], readonly [Tone, string]>> = {
  offered: ['waiting', 'Offered'],
  active: ['settled', 'Active'],
  paused: ['waiting', 'Paused'],
  declined: ['idle', 'Declined'],
  withdrawn: ['idle', 'Withdrawn'],
  expired: ['idle', 'Expired'],
  ended: ['idle', 'Ended'],
};

export function ContractState({ state }: { readonly state: ContractView['state'] }) {
  const [tone, label] = states[state];
  return <State tone={tone}>{label}</State>;
}
