import { Module } from '@nestjs/common';

import { AssistantProfile } from './assistant-profile.entity.ts';
import { Assistants } from './assistants.ts';
import { Profiles } from './profiles.repository.ts';
import { PublicAssistants } from './public-assistants.ts';
import { PublishProfile } from './publish-profile.ts';
import { Standings } from './standings.ts';
import { Taxonomy } from './taxonomy.ts';

export const profilesEntities = [AssistantProfile];

const doors = [Profiles, Assistants, PublicAssistants, Taxonomy, Standings, PublishProfile];

@Module({ providers: doors, exports: doors })
export class ProfilesModule {}
