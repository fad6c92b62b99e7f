import { ChooseLanguage } from '@app/identity';
import type { User } from '@app/kernel';
import { ChooseLanguageRequest } from '@app/wire/identity';
import { Body, Controller, HttpCode, Put } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';

@Controller('me/language')
export class OwnLanguageController {
  constructor(private readonly chooseLanguage: ChooseLanguage) {}

  @Put()
  @HttpCode(204)
  choose(
    @CurrentActor() actor: User,
    @Body({ schema: ChooseLanguageRequest }) { language }: ChooseLanguageRequest,
  ): Promise<void> {
    return this.chooseLanguage.run(actor, language);
  }
}
