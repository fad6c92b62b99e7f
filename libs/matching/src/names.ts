import { Taxonomy } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import type { Names } from './fit.ts';

/** What the terms call specialties and tools. */
@Injectable()
export class TaxonomyNames {
  constructor(private readonly taxonomy: Taxonomy) {}

  async read(): Promise<Names> {
    const { specialties } = await this.taxonomy.read();
    const named = specialties.flatMap(({ code, name, tools }) => [{ code, name }, ...tools]);
    return new Map(named.map(({ code, name }) => [code, name]));
  }
}
