import type { ContractView } from '@app/wire/hiring';
import { useTranslations } from 'use-intl';

import { State, type Tone } from '../../ui/state.tsx';

const tones: Readonly<Record<ContractView['state'], Tone>> = {
  offered: 'waiting',
  active: 'settled',
  paused: 'waiting',
  declined: 'idle',
  withdrawn: 'idle',
  expired: 'idle',
  ended: 'idle',
};

export function ContractState({ state }: { readonly state: ContractView['state'] }) {
  const t = useTranslations('hiring');
  return <State tone={tones[state]}>{t(`state.${state}`)}</State>;
}
