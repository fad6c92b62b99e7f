import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';

import { AuditTrail } from '../../features/staff/audit-trail.tsx';
import { auditQuery } from '../../features/staff/operations.queries.ts';
import { membersQuery } from '../../features/staff/staff.queries.ts';
import { useWord } from '../../features/staff/staff-words.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useOperationsTabs } from './operations-tabs.ts';

const KINDS = [
  'account',
  'business',
  'dispute',
  'chargeback',
  'invoice',
  'earning',
  'refund',
  'debt',
  'hold',
  'policy',
];

/** Who did what to something, or what somebody of the staff has done; the question is in the address. */
export function Audit() {
  const t = useTranslations('staff');
  const word = useWord();
  const asked = new URLSearchParams(useSearch());
  const members = useQuery(membersQuery).data ?? [];
  const [, navigate] = useLocation();
  const [kind, setKind] = useState(asked.get('kind') ?? 'account');
  const [id, setId] = useState(asked.get('id') ?? '');
  const you = members.find(({ isYou }) => isYou)?.accountId;
  const actor = asked.get('actor') ?? (asked.has('id') ? null : (you ?? null));
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (id.trim() !== '') navigate(`/staff/operations/audit?kind=${kind}&id=${encodeURIComponent(id.trim())}`);
  };
  return (
    <Page title={t('audit.title')} lede={t('audit.lede')}>
      <Tabs {...useOperationsTabs()} />
      <form onSubmit={ask} className="mb-8 flex flex-wrap items-end gap-3">
        <SelectField
          label={t('audit.kind')}
          className="basis-40"
          options={KINDS.map((code) => ({ value: code, label: word(code) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField label={t('audit.id')} className="flex-1 basis-64" value={id} onChange={setId} />
        <Button type="submit" weight="strong">
          {t('audit.show')}
        </Button>
        <SelectField
          label={t('audit.actor')}
          className="basis-48"
          prompt={t('decide.choose')}
          options={members.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          value={actor ?? ''}
          onChange={(who) => navigate(`/staff/operations/audit?actor=${who}`)}
        />
      </form>
      {actor ? (
        <Entries key={actor} of={{ actor }} />
      ) : asked.get('id') ? (
        <Entries key={asked.toString()} of={{ kind: asked.get('kind') ?? 'account', id: asked.get('id') ?? '' }} />
      ) : null}
    </Page>
  );
}

function Entries({ of }: { readonly of: Readonly<Record<string, string>> }) {
  const t = useTranslations('staff');
  const [before, setBefore] = useState<string | null>(null);
  const entries = useQuery(auditQuery(before === null ? of : { ...of, before }));
  return (
    <Section title={t('audit.entries')} note={t('audit.entriesNote')}>
      <Fetched query={entries} lines={6} empty={<Empty title={t('audit.empty')}>{t('audit.emptyText')}</Empty>}>
        {(rows) => (
          <>
            <AuditTrail entries={rows} />
            <div className="mt-3 flex flex-wrap gap-2">
              {before === null ? null : (
                <Button size="small" onClick={() => setBefore(null)}>
                  {t('audit.latest')}
                </Button>
              )}
              <Button size="small" onClick={() => setBefore(rows.at(-1)?.id ?? null)}>
                {t('audit.earlier')}
              </Button>
            </div>
          </>
        )}
      </Fetched>
    </Section>
  );
}
