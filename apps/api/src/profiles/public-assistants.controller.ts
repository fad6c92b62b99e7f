import { Prices } from '@app/hiring';
import { Clock } from '@app/kernel';
import { PUBLIC_PAGE_SIZE, PublicAssistants } from '@app/profiles';
import { PublicAssistantsQuery, PublicAssistantView, PublicAssistantViews } from '@app/wire/profiles';
import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { Public } from '../auth/public.ts';
import { presentShown } from './profile.presenter.ts';

/** Assistants who chose to be shown, for whoever comes by. */
@Public()
@Controller('public-assistants')
export class PublicAssistantsController {
  constructor(
    private readonly assistants: PublicAssistants,
    private readonly prices: Prices,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SerializeOptions({ schema: PublicAssistantViews })
  async list(@Query({ schema: PublicAssistantsQuery }) query: PublicAssistantsQuery): Promise<PublicAssistantViews> {
    const { assistants, total } = await this.assistants.list(query, this.clock.now());
    const { clientFeeBp } = await this.prices.today();
    const shown = assistants.map((assistant) => presentShown(assistant, clientFeeBp));
    return { assistants: shown, total, page: query.page, pageSize: PUBLIC_PAGE_SIZE };
  }

  @Get(':id')
  @SerializeOptions({ schema: PublicAssistantView })
  async show(@Param('id', { schema: z.uuid() }) id: string): Promise<PublicAssistantView> {
    const { clientFeeBp } = await this.prices.today();
    return presentShown(await this.assistants.find(id, this.clock.now()), clientFeeBp);
  }
}
