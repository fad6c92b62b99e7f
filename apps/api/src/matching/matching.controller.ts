import type { User } from '@app/kernel';
import { FindBriefs, MatchBrief } from '@app/matching';
import { AssistantMatches, BriefMatches } from '@app/wire/matching';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentAssistantMatches, presentBriefMatches } from './matching.presenter.ts';

/** Who fits whom and why, from both sides. */
@Controller()
export class MatchingController {
  constructor(
    private readonly matchBrief: MatchBrief,
    private readonly findBriefs: FindBriefs,
  ) {}

  @Get('briefs/:id/matches')
  @SerializeOptions({ schema: AssistantMatches })
  async assistants(
    @CurrentActor() actor: User,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<AssistantMatches> {
    return presentAssistantMatches(await this.matchBrief.run(actor, id));
  }

  @Get('matching-briefs')
  @SerializeOptions({ schema: BriefMatches })
  async briefs(@CurrentActor() actor: User): Promise<BriefMatches> {
    return presentBriefMatches(await this.findBriefs.run(actor));
  }
}
