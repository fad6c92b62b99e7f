import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { AssistantProfileController } from './assistant-profile.controller.ts';
import { AssistantsController } from './assistants.controller.ts';
import { TaxonomyController } from './taxonomy.controller.ts';

@Module({
  imports: [ProfilesModule],
  controllers: [TaxonomyController, AssistantProfileController, AssistantsController],
})
export class ProfilesHttpModule {}
