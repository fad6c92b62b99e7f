import type { Client } from 'pg';

/** A copy of every row, to come back to after a request that did something, and a print of all rows to compare. */
export class Snapshot {
  private constructor(
    private readonly owner: Client,
    private readonly tables: readonly string[],
  ) {}

  /** What the database holds now. `drop()` it: the copies lie in a schema of their own. */
  static async take(owner: Client): Promise<Snapshot> {
    const { rows } = await owner.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r'
          and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e') order by 1`,
    );
    const tables = rows.map(({ name }) => name);
    await owner.query(`drop schema if exists arranged cascade; create schema arranged;
      ${tables.map((table) => `create table arranged.${table} as table public.${table};`).join('\n')}`);
    return new Snapshot(owner, tables);
  }

  async drop(): Promise<void> {
    await this.owner.query('drop schema arranged cascade');
  }

  /** As a replica triggers and foreign keys sleep: append-only tables can be put back too. */
  async restore(): Promise<void> {
    await this.owner.query(`do $$
      declare name text; columns text;
      begin
        set local session_replication_role = replica;
        set local lock_timeout = '5s';
        for name, columns in
          select quote_ident(c.table_name), string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
            from information_schema.columns c
           where c.table_schema = 'public' and c.is_generated = 'NEVER'
             and exists (select from information_schema.tables t where t.table_schema = 'arranged' and t.table_name = c.table_name)
           group by c.table_name
        loop
          execute 'delete from public.' || name;
          execute format('insert into public.%1$s (%2$s) overriding system value select %2$s from arranged.%1$s', name, columns);
        end loop;
      end $$`);
  }

  /** The names of the tables that hold something else than the copy. */
  async changed(except: readonly string[] = []): Promise<string[]> {
    const { rows } = await this.owner.query<{ name: string }>(
      this.tables
        .filter((table) => !except.includes(table))
        .map((table) => `select '${table}' as name where ${unlike('public', 'arranged', table)}`)
        .join(' union all '),
    );
    return rows.map(({ name }) => name);
  }
}

/** Whether either has a row that the other has not. */
function unlike(one: string, other: string, table: string): string {
  const rows = (schema: string) => `select r::text from ${schema}.${table} r`;
  const more = (a: string, b: string) => `exists (${rows(a)} except all ${rows(b)})`;
  return `(${more(one, other)} or ${more(other, one)})`;
}
