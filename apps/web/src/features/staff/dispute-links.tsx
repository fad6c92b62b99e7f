import { Link } from 'wouter';

import { Instant } from '../../ui/instant.tsx';
import { CodeState } from './code-state.tsx';
import { pageOf } from './found-links.ts';

interface DisputeLinksProps {
  readonly disputes: readonly {
    readonly id: string;
    readonly number: string;
    readonly state: string;
    readonly openedAt: string;
  }[];
}

export function DisputeLinks({ disputes }: DisputeLinksProps) {
  return (
    <ul className="grid gap-1">
      {disputes.map(({ id, number, state, openedAt }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-2">
          <Link href={pageOf('dispute', id) ?? ''}>{number}</Link>
          <CodeState code={state} /> <Instant at={openedAt} as="date" />
        </li>
      ))}
    </ul>
  );
}
