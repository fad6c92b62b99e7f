import type { ContractDetail } from '@app/wire/hiring';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';
import { type ContractSide, type Move, MoveButtons, MoveDialog } from './contract-moves.tsx';
import { Overcommitted } from './overcommitted.tsx';

interface ContractStandsProps {
  readonly contract: ContractDetail;
  readonly side: ContractSide;
  /** What else there is to do with it. */
  readonly actions: ReactNode;
}

/** Where a contract stands in plain words, since when, and what its reader can do about it. */
export function ContractStands({ contract, side, actions }: ContractStandsProps) {
  const t = useTranslations('hiring.contract');
  const [move, setMove] = useState<Move | null>(null);
  const other = side === 'client' ? contract.assistant : contract.client;
  return (
    <>
      <p className="max-w-[var(--measure)]">
        {t.rich(`standsNow.${contract.state}.${side}`, {
          name: other.name,
          date: () => <Instant at={sinceOf(contract)} as="record" />,
          until: () => <Instant at={contract.offerExpiresAt} isEnd />,
        })}
      </p>
      <Overcommitted contract={contract} />
      <div className="mt-4 flex flex-wrap items-center gap-2 empty:hidden">
        {actions}
        <MoveButtons contract={contract} onMove={setMove} />
      </div>
      {move ? <MoveDialog contract={contract} move={move} side={side} onClose={() => setMove(null)} /> : null}
    </>
  );
}

/** Of one that runs, when it began and not when it last went on; of any other, when it last moved. */
function sinceOf({ state, startedAt, offeredAt, history }: ContractDetail): string {
  if (state === 'active' && startedAt !== null) return startedAt;
  return history.findLast(({ kind }) => kind !== 'limit_raised')?.at ?? offeredAt;
}
