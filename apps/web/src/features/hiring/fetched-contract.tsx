import type { ContractDetail } from '@app/wire/hiring';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { ApiError } from '../../api/api-error.ts';
import { Page } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';
import { contractQuery } from './hiring.queries.ts';

interface FetchedContractProps {
  readonly id: string;
  /** Where else to go when there is none. */
  readonly links: ReactNode;
  children(contract: ContractDetail): ReactNode;
}

/** The contract that an address names; of one between others it is said that there is none. */
export function FetchedContract({ id, links, children }: FetchedContractProps) {
  const t = useTranslations('hiring.contract');
  const contract = useQuery(contractQuery(id));
  if (contract.data === undefined && isNone(contract.error)) {
    return (
      <Page title={t('notFound')} lede={t('notFoundText')}>
        {links}
      </Page>
    );
  }
  return (
    <Fetched query={contract} lines={8}>
      {children}
    </Fetched>
  );
}

const NOT_AN_ID = 400;
const NOT_FOUND = 404;

function isNone(error: unknown): boolean {
  return error instanceof ApiError && (error.status === NOT_FOUND || error.status === NOT_AN_ID);
}
