import type { PublicAssistantView } from '@app/wire/profiles';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { wordFor } from '../../api/taxonomy.ts';
import { Amount } from '../../ui/amount.tsx';
import { formatInstant } from '../../ui/instant.tsx';
import { languageName } from '../../ui/languages.ts';
import { useNow } from '../../ui/now.ts';
import { zoneName } from '../../ui/reader.tsx';

const A_MINUTE_MS = 60_000;

/** Somebody who could be hired, in the few lines that a visitor decides by. */
export function PublicAssistantRow({ assistant }: { readonly assistant: PublicAssistantView }) {
  const t = useTranslations('public');
  const now = useNow(A_MINUTE_MS);
  const { id, name, headline, specialties, languages, zone, rateCents, allInRateCents } = assistant;
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h2 className="text-lead">
          <Link href={`/assistants/${id}`}>{name}</Link>
        </h2>
        <p>{headline}</p>
        <p className="mt-1 text-fine text-ink-soft">{specialties.map(({ code }) => wordFor(code)).join(' · ')}</p>
        <p className="mt-0.5 text-fine text-ink-faint">
          {languages.map(languageName).join(', ')} ·{' '}
          {t('timeThere', { time: formatInstant(now, { zone, as: 'time' }), zone: zoneName(zone) })}
        </p>
      </div>
      <p className="sm:text-right">
        <Amount cents={rateCents} isRate className="text-lead font-semibold" />
        <span className="block text-fine text-ink-faint">
          {t.rich('allIn', { amount: () => <Amount cents={allInRateCents} isRate /> })}
        </span>
      </p>
    </li>
  );
}
