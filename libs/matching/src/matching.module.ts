import { HiringModule } from '@app/hiring';
import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { AssistantsForBrief } from './assistants-for-brief.queries.ts';
import { BriefsForAssistant } from './briefs-for-assistant.queries.ts';
import { FindBriefs } from './find-briefs.ts';
import { MatchBrief } from './match-brief.ts';
import { TaxonomyNames } from './names.ts';

@Module({
  imports: [ProfilesModule, HiringModule],
  providers: [AssistantsForBrief, BriefsForAssistant, TaxonomyNames, MatchBrief, FindBriefs],
  exports: [MatchBrief, FindBriefs],
})
export class MatchingModule {}
