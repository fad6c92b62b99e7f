import { HiringModule } from '@app/hiring';
import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { AssistantProfileController } from './assistant-profile.controller.ts';
import { AssistantsController } from './assistants.controller.ts';
import { PublicAssistantsController } from './public-assistants.controller.ts';
import { TaxonomyController } from './taxonomy.controller.ts';

@Module({
  imports: [ProfilesModule, HiringModule],
  controllers: [TaxonomyController, AssistantProfileController, AssistantsController, PublicAssistantsController],
})
export class ProfilesHttpModule {}
