import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { KnownCodes } from './check-draft.ts';

export interface TaxonomyView {
  readonly specialties: { code: string; name: string; tools: { code: string; name: string }[] }[];
  readonly countries: { code: string; name: string }[];
}

/** The words that profiles and briefs choose from, and the countries where assistants can be paid. */
@Injectable()
export class Taxonomy {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What can be chosen today. */
  async read(): Promise<TaxonomyView> {
    const [view] = await this.db.reader.query<[TaxonomyView]>(
      `select (select json_agg(json_build_object('code', s.code, 'name', s.name, 'tools', tools) order by s.position)
                 from specialty s,
                      lateral (select coalesce(json_agg(json_build_object('code', t.code, 'name', t.name) order by t.name), '[]') as tools
                                 from tool t where t.specialty = s.code and t.offered_from <= $1
                                  and (t.retired_from is null or t.retired_from > $1)) named
                where s.offered_from <= $1 and (s.retired_from is null or s.retired_from > $1)) as specialties,
              (select json_agg(json_build_object('code', code, 'name', name) order by name) from payable_country) as countries`,
      [this.clock.now()],
    );
    return view;
  }

  async codes(): Promise<KnownCodes> {
    const { specialties } = await this.read();
    return {
      specialties: new Set(specialties.map(({ code }) => code)),
      tools: new Set(specialties.flatMap(({ tools }) => tools.map(({ code }) => code))),
    };
  }

  /** Whether money can be sent to a person in this country (ISO 3166 code). */
  async canPay(country: string): Promise<boolean> {
    const rows = await this.db.reader.query<unknown[]>(`select from payable_country where code = $1`, [country]);
    return rows.length > 0;
  }
}
