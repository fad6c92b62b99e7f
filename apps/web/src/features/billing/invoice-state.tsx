import type { InvoiceView } from '@app/wire/billing';

import { State, type Tone } from '../../ui/state.tsx';

const states: Readonly<Record<InvoiceView['state'], readonly [Tone, string]>> = {
  issued: ['waiting', 'Issued'],
  charging: ['waiting', 'Being charged'],
  past_due: ['fault', 'Past due'],
  paid: ['settled', 'Paid'],
  uncollectible: ['fault', 'Uncollectible'],
  void: ['idle', 'Void'],
};

export function InvoiceState({ state }: { readonly state: InvoiceView['state'] }) {
  const [tone, label] = states[state];
  return <State tone={tone}>{label}</State>;
}
