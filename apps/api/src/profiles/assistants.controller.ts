import { Clock } from '@app/kernel';
import { Assistants } from '@app/profiles';
import { AssistantView } from '@app/wire/profiles';
import { Controller, Get, Param, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { presentAssistant } from './profile.presenter.ts';

@Controller('assistants')
export class AssistantsController {
  constructor(
    private readonly assistants: Assistants,
    private readonly clock: Clock,
  ) {}

  @Get(':id')
  @SerializeOptions({ schema: AssistantView })
  async show(@Param('id', { schema: z.uuid() }) id: string): Promise<AssistantView> {
    return presentAssistant(await this.assistants.find(id, this.clock.now()));
  }
}
