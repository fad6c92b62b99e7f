import type { Language, Me } from '@app/wire/identity';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { send } from '../../api/client.ts';
import { meQuery } from '../../api/session.ts';
import { useLanguage } from '../../i18n/language-provider.tsx';

/** Keeps a chosen language with the account. It is spoken here already: should that fail, only the others do not know. */
export function useKeepLanguage(): (language: Language) => Promise<void> {
  const queryClient = useQueryClient();
  return async (language) => {
    queryClient.setQueryData(meQuery.queryKey, (me: Me | null | undefined) => (me ? { ...me, language } : me));
    await send('PUT', '/me/language', { body: { language } });
  };
}

/** What the account says about the language holds on every device, from the moment it is known there. */
export function useAccountLanguage(wanted: Language | null | undefined): void {
  const { language, change } = useLanguage();
  const followed = useRef<Language | null>(null);
  useEffect(() => {
    // Once for each choice: whoever changes it here is ahead of their account for a moment.
    if (!wanted || followed.current === wanted) return;
    followed.current = wanted;
    if (wanted !== language) change(wanted).catch(() => (followed.current = null));
  }, [wanted, language, change]);
}
