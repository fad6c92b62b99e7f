import type { DisputeView } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { State, type Tone } from '../../ui/state.tsx';

const tones: Readonly<Record<DisputeView['state'], Tone>> = {
  open: 'fault',
  answered: 'waiting',
  deciding: 'waiting',
  appealed: 'waiting',
  decided: 'waiting',
  accepted: 'settled',
  withdrawn: 'idle',
  settled: 'settled',
  final: 'settled',
};

export function DisputeState({ state }: { readonly state: DisputeView['state'] }) {
  const t = useTranslations('disputes');
  return <State tone={tones[state]}>{t(`state.${state}`)}</State>;
}
