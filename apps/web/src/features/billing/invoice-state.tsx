import type { InvoiceView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';

import { State, type Tone } from '../../ui/state.tsx';

const tones: Readonly<Record<InvoiceView['state'], Tone>> = {
  issued: 'waiting',
  charging: 'waiting',
  past_due: 'fault',
  paid: 'settled',
  uncollectible: 'fault',
  void: 'idle',
};

export function InvoiceState({ state }: { readonly state: InvoiceView['state'] }) {
  const t = useTranslations('billing');
  return <State tone={tones[state]}>{t(`invoiceState.${state}`)}</State>;
}
