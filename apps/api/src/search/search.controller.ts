import type { User } from '@app/kernel';
import { type Found, Search } from '@app/search';
import { FoundViews, SearchQuery } from '@app/wire/search';
import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';

@Controller('search')
export class SearchController {
  constructor(private readonly search: Search) {}

  @Get()
  @SerializeOptions({ schema: FoundViews })
  async find(@CurrentActor() actor: User, @Query({ schema: SearchQuery }) { q }: SearchQuery): Promise<FoundViews> {
    return (await this.search.run(actor, q)).map(present);
  }
}

function present({ start, end, zone, ...found }: Found): FoundViews[number] {
  const week = start && end && zone ? { start: start.toISOString(), end: end.toISOString(), zone } : null;
  return { ...found, week };
}
