/** Pieces that several migrations are written with. Once released their text must not change: write a new function. */

type Machine = Readonly<Record<string, readonly string[]>>;

/** The legal moves of a state machine, the same pairs as the lib's `*.state.ts` (a spec compares them). */
export function legalTransitions(machine: string, moves: Machine): string {
  const pairs = Object.entries(moves).flatMap(([from, to]) => to.map((next) => `('${machine}', '${from}', '${next}')`));
  return `insert into legal_transition (machine, from_state, to_state) values ${pairs.join(', ')};`;
}

/** A check that the column holds a state of the machine. */
export function stateCheck(column: string, moves: Machine): string {
  return `check (${column} in (${Object.keys(moves)
    .map((state) => `'${state}'`)
    .join(', ')}))`;
}

/**
 * Refuses an illegal move and records a legal one, once a statement whatever the number of rows. `at` is the column
 * that holds the instant of the move: SQL here never asks what time it is.
 */
export function guardStates(machine: string, table: string, column = 'state', at = 'state_at'): string {
  return `
create function ${machine}_moves() returns trigger language plpgsql
set enable_nestloop = off -- \`limit 1\` tempts PostgreSQL to compare every old row with every new one
as $$
declare illegal record;
begin
  select o.${column} as was, n.${column} as next, n.id into illegal
    from old_rows o join new_rows n using (id)
   where o.${column} <> n.${column}
     and not exists (select from legal_transition t
                      where t.machine = '${machine}' and t.from_state = o.${column} and t.to_state = n.${column})
   limit 1;
  if found then
    raise exception '${machine} % cannot move from % to %', illegal.id, illegal.was, illegal.next
      using errcode = 'KT001', constraint = '${machine}_moves';
  end if;
  insert into state_history (machine, row_id, from_state, to_state, at)
  select '${machine}', n.id, o.${column}, n.${column}, n.${at}
    from old_rows o join new_rows n using (id) where o.${column} <> n.${column};
  return null;
end $$;
create trigger ${machine}_moves after update on ${table}
  referencing old table as old_rows new table as new_rows
  for each statement execute function ${machine}_moves();`;
}

/** Rows are written once, by anyone: the owner of the database included. */
export function appendOnly(table: string): string {
  return `
create trigger ${table}_is_append_only before update or delete or truncate on ${table}
  for each statement execute function refuse_change();
grant select, insert on ${table} to kontor_app;`;
}

export function appMay(rights: string, ...tables: string[]): string {
  return `grant ${rights} on ${tables.join(', ')} to kontor_app;`;
}
