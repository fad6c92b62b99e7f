import { Conflict } from './domain-error.ts';

export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

export class IllegalTransition extends Conflict {
  constructor(what: string, from: string, to: string) {
    super('illegal_transition', `A ${what} that is ${words(from)} cannot become ${words(to)}.`, { from, to });
  }
}

export function assertTransition<State extends string>(
  what: string,
  table: Transitions<State>,
  from: State,
  to: State,
): void {
  if (!table[from].includes(to)) throw new IllegalTransition(what, from, to);
}

function words(state: string): string {
  return state.replaceAll('_', ' ');
}
