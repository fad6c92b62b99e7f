import type { PastImportViews } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';
import { Section } from '../../ui/page.tsx';
import { sentImport } from './sent-import.ts';
import { importsQuery } from './timelog.queries.ts';

const ASKED_AGAIN_MS = 3_000;

/** The files that were imported, and what became of one whose sender did not wait for the answer. */
export function PastImports() {
  const t = useTranslations('time');
  const { data: imports = [] } = useQuery({
    ...importsQuery,
    refetchInterval: () => (sentImport.read() ? ASKED_AGAIN_MS : false),
  });
  return (
    <>
      <Outcome imports={imports} />
      {imports.length > 0 ? (
        <Section title={t('pastImports')} note={t('pastImportsNote')}>
          <ul>
            {imports.map(({ id, fileName, clientName, title, rows, importedAt }) => (
              <li key={id} className="grid gap-x-6 border-b border-rule py-2.5 first:pt-0 sm:grid-cols-[1fr_auto]">
                <p className="min-w-0">
                  <span className="font-semibold break-all">{fileName}</span>
                  <span className="block text-fine text-ink-soft">
                    {clientName}: {title}
                  </span>
                </p>
                <p className="text-fine text-ink-soft sm:text-right">
                  {t('pastImportRows', { rows })}
                  <span className="block text-ink-faint">
                    <Instant at={importedAt} />
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** Said to whoever comes back: one who stays is told where the file was chosen. */
function Outcome({ imports }: { readonly imports: PastImportViews }) {
  const t = useTranslations('time');
  const [sent] = useState(sentImport.read);
  const logged =
    sent &&
    imports.find(
      ({ id, fileName, contractId }) =>
        fileName === sent.fileName && contractId === sent.contractId && !sent.before.includes(id),
    );
  useEffect(() => {
    if (logged) sentImport.forget();
  }, [logged]);
  const says = () => {
    if (logged) return t('sentImport.logged', { name: logged.fileName, rows: logged.rows });
    const still = sent && sentImport.read();
    return still && t(still.isRefused ? 'sentImport.refused' : 'sentImport.open', { name: still.fileName });
  };
  const said = says();
  return (
    <output className="block">
      {said === null ? null : (
        <p
          className={`mb-6 border-l-4 px-3 py-2 ${logged ? 'border-settled bg-band' : 'border-waiting bg-waiting-wash'}`}
        >
          {said}
        </p>
      )}
    </output>
  );
}
