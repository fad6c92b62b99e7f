import type { StaffDisputeDetail } from '@app/wire/disputes';

import type { Pack, Version } from './pack.ts';

type Statement = StaffDisputeDetail['statements'][number];
type Decision = StaffDisputeDetail['decisions'][number];

/** Something that happened, as the time line shows it. */
export type Happening = { readonly at: string; readonly who: string | null } & (
  | { readonly kind: 'offered' | 'began'; readonly contract: NonNullable<Pack['contract']> }
  | { readonly kind: 'issued'; readonly invoice: NonNullable<Pack['invoice']> }
  | { readonly kind: 'version'; readonly version: Version }
  | { readonly kind: 'asked' | 'replied'; readonly text: string }
  | { readonly kind: 'moved'; readonly machine: string; readonly from: string; readonly to: string }
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'decision'; readonly decision: Decision }
);

/** Terms, entries with their versions, questions, states, what each side said, what was decided: the earliest first. */
export function happeningsOf(pack: Pack, { statements, decisions }: StaffDisputeDetail): Happening[] {
  return [...ofTerms(pack), ...ofWork(pack), ...ofTheDispute(statements, decisions)].toSorted((a, b) =>
    a.at.localeCompare(b.at),
  );
}

function ofTerms({ contract, invoice }: Pack): Happening[] {
  const terms: Happening[] = [];
  if (contract) terms.push({ kind: 'offered', at: contract.offeredAt, who: null, contract });
  if (contract?.startedAt) terms.push({ kind: 'began', at: contract.startedAt, who: null, contract });
  if (invoice) terms.push({ kind: 'issued', at: invoice.issuedAt, who: null, invoice });
  return terms;
}

function ofWork({ versions = [], questions = [], history = [] }: Pack): Happening[] {
  return [
    ...versions.map((version): Happening => ({ kind: 'version', at: version.at, who: version.by, version })),
    ...questions.map((one): Happening => ({ kind: 'asked', at: one.askedAt, who: one.askedBy, text: one.question })),
    ...questions.flatMap(({ answer, answeredAt }): Happening[] => {
      return answer && answeredAt ? [{ kind: 'replied', at: answeredAt, who: null, text: answer }] : [];
    }),
    // How the contract began and ended, and how the week and its invoice went on.
    ...history.map(({ at, machine, from, to }): Happening => ({ kind: 'moved', at, who: null, machine, from, to })),
  ];
}

function ofTheDispute(statements: readonly Statement[], decisions: readonly Decision[]): Happening[] {
  return [
    ...statements.map((statement): Happening => {
      return { kind: 'statement', at: statement.at, who: statement.by?.name ?? null, statement };
    }),
    ...decisions.map((decision): Happening => {
      return {
        kind: 'decision',
        at: decision.decidedAt ?? decision.proposedAt,
        who: decision.proposedBy.name,
        decision,
      };
    }),
  ];
}
