import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSearch } from 'wouter';

import { AppealForm } from '../features/identity/appeal-form.tsx';
import { appealByMail } from '../features/identity/suspensions.requests.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PublicPage, Sheet } from './public-page.tsx';

/** Where the link in the mail on a suspension leads: who may not sign in can say here why that is wrong. */
export function Appeal() {
  const t = useTranslations('suspension');
  const token = new URLSearchParams(useSearch()).get('token') ?? '';
  const [isSent, setSent] = useState(false);
  const send = async (text: string) => {
    await appealByMail({ token, text });
    setSent(true);
  };
  return (
    <PublicPage title={t('appealTitle')}>
      {isSent ? (
        <Sheet title={t('sentTitle')} lede={<output className="block">{t('sent')}</output>}>
          <ButtonLink to="/">{t('toStart')}</ButtonLink>
        </Sheet>
      ) : (
        <Sheet title={t('appealTitle')} lede={t('appealLede')}>
          {token === '' ? (
            <p className="font-semibold">{t('noToken')}</p>
          ) : (
            <AppealForm shows={['token']} send={send} />
          )}
        </Sheet>
      )}
    </PublicPage>
  );
}
