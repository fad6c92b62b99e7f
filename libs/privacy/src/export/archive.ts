import { buffer } from 'node:stream/consumers';

import { Database } from '@app/database';
import { ReadFile } from '@app/files';
import { Injectable } from '@nestjs/common';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

import { holdings, parts, SECRETS } from '../holdings.ts';

const README = `What Kontor holds on you, as of {at}.

tables/  one file a table, as JSON: every row that is yours, and those of the businesses that you own.
files/   the files that you brought, under the id that tables/stored_file.json names.

Left out: what opens something (passwords, tokens and keys are kept only as hashes), and

{left out}
Amounts are in cents of a US dollar, instants in UTC. Mails are not kept once they are sent.
`;

/** Everything that is held on one person, as a zip that is written while it is read. */
@Injectable()
export class Archive {
  constructor(
    private readonly db: Database,
    private readonly files: ReadFile,
  ) {}

  /** `advanced` is told after each part how many are done. */
  async *write(accountId: string, at: Date, advanced: (parts: number) => Promise<void>): AsyncGenerator<Uint8Array> {
    const written: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      written.push(chunk);
    });
    addText(zip, 'README.txt', readme(at), at);
    for (const [index, { table, where }] of parts.entries()) {
      addText(zip, `tables/${table}.json`, JSON.stringify(await this.#rows(table, where, accountId), null, 1), at);
      yield* written.splice(0);
      await advanced(index + 1);
    }
    for (const { id, name } of await this.#filesOf(accountId)) {
      const file = new ZipPassThrough(`files/${id}-${name}`);
      file.mtime = at;
      zip.add(file);
      file.push(await buffer((await this.files.run(id)).bytes), true); // At most ten megabytes each.
      yield* written.splice(0);
    }
    zip.end();
    yield* written.splice(0);
  }

  /** As JSON, without what opens something. The names come from our own list, never from a request. */
  async #rows(table: string, where: string, accountId: string): Promise<object[]> {
    const rows = await this.db.reader.query<{ row: Record<string, unknown> }[]>(
      `select to_jsonb(t) as row from (select * from ${table} where ${where}) t`,
      [accountId],
    );
    return rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([column]) => !SECRETS.test(column))));
  }

  #filesOf(accountId: string): Promise<{ id: string; name: string }[]> {
    return this.db.reader.query(
      `select id, name from stored_file
        where owner_id = $1 and removed_at is null and purpose <> 'privacy_export' order by id`,
      [accountId],
    );
  }
}

function addText(zip: Zip, name: string, text: string, at: Date): void {
  const file = new ZipDeflate(name, { level: 6 });
  file.mtime = at;
  zip.add(file);
  file.push(new TextEncoder().encode(text), true);
}

function readme(at: Date): string {
  const leftOut = holdings.flatMap(({ table, given }) =>
    typeof given === 'string' ? [] : [`- ${table}: ${given.not}.\n`],
  );
  return README.replace('{at}', at.toISOString()).replace('{left out}', leftOut.join(''));
}
