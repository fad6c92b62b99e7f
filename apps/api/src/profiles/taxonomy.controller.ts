import { Taxonomy } from '@app/profiles';
import { TaxonomyView } from '@app/wire/profiles';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { Public } from '../auth/public.ts';

@Controller('taxonomy')
export class TaxonomyController {
  constructor(private readonly taxonomy: Taxonomy) {}

  @Public()
  @Get()
  @SerializeOptions({ schema: TaxonomyView })
  show(): Promise<TaxonomyView> {
    return this.taxonomy.read();
  }
}
