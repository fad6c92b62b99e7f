import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';

import { send } from '../../api/client.ts';
import { useEyesChanged } from '../identity/own-eyes.ts';
import { Act } from './act.tsx';

/** For half an hour, reading only, and the person is told. */
export function LookThroughEyes({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTranslations('staff');
  const [, navigate] = useLocation();
  const eyesChanged = useEyesChanged();
  return (
    <Act
      verb={t('eyes.look')}
      title={t('eyes.title', { name })}
      asks={[{ name: 'reason', label: t('why'), help: t('eyes.whyHelp') }]}
      said={t('eyes.looking', { name })}
      run={async (body) => {
        await send('POST', `/staff/people/${id}/impersonations`, { body });
        await eyesChanged();
        navigate('/assist');
      }}
    >
      <p>{t('eyes.text')}</p>
    </Act>
  );
}
