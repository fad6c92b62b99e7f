import type { ContractDetail } from '@app/wire/hiring';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { ContractHistory } from './contract-history.tsx';
import type { ContractSide } from './contract-moves.tsx';
import { ContractStands } from './contract-stands.tsx';
import { ContractState } from './contract-state.tsx';
import { ContractTerms } from './contract-terms.tsx';

interface ContractPageProps {
  readonly contract: ContractDetail;
  /** Whose page it is. */
  readonly side: ContractSide;
  /** Where else to go from here. */
  readonly links: ReactNode;
  /** What else there is to do with it. */
  readonly actions?: ReactNode;
  /** What was worked on it. */
  readonly weeks: ReactNode;
}

/** One contract as either side reads it. */
export function ContractPage({ contract, side, links, actions, weeks }: ContractPageProps) {
  const t = useTranslations('hiring.contract');
  const { zone } = useReader();
  const other = side === 'client' ? contract.assistant : contract.client;
  return (
    <Page title={contract.title} lede={t('with', { name: other.name, zone: zoneName(other.zone) })} actions={links}>
      <Section title={t('stands')} note={<ContractState state={contract.state} />}>
        <ContractStands contract={contract} side={side} actions={actions} />
      </Section>
      <Section
        title={t('terms')}
        note={t.rich(`termsNote.${stageOf(contract)}`, { date: () => <Instant at={contract.offeredAt} as="date" /> })}
      >
        <ContractTerms contract={contract} side={side} />
      </Section>
      <Section title={t('history')} note={t('historyNote', { zone: zoneName(zone) })}>
        <ContractHistory contract={contract} />
      </Section>
      {weeks}
    </Page>
  );
}

/** How its terms hold. */
function stageOf({ state, startedAt }: ContractDetail): 'offered' | 'running' | 'ended' | 'never' {
  if (state === 'offered') return 'offered';
  if (startedAt === null) return 'never';
  return state === 'ended' ? 'ended' : 'running';
}
