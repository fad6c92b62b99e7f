import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { ButtonLink } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { State, type Tone } from '../ui/state.tsx';

/** One thing that waits for the reader, and where it is done. */
export interface Need {
  readonly key: string;
  readonly tone: Tone;
  readonly kind: 'pay' | 'answer' | 'news' | 'card';
  readonly says: ReactNode;
  readonly to: string;
  readonly verb: string;
}

/** What waits for the reader, the most urgent first. Nothing, when nothing does. */
export function NeedsList({ needs }: { readonly needs: readonly Need[] }) {
  const t = useTranslations('home');
  if (needs.length === 0) return null;
  return (
    <Section title={t('needsYou')} note={t('needsNote')}>
      <ul className="border-t border-rule lg:border-t-0">
        {needs.map(({ key, tone, kind, says, to, verb }) => (
          <li
            key={key}
            className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2 first:pt-0"
          >
            <span className="w-28 flex-none max-sm:w-full">
              <State tone={tone}>{t(`kind.${kind}`)}</State>
            </span>
            <span className="min-w-0 flex-1 basis-60">{says}</span>
            <ButtonLink to={to} size="small">
              {verb}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
