import type { User } from '@app/kernel';
import { NoProfileYet, Profiles, PublishProfile } from '@app/profiles';
import { ProfileView, SaveProfileRequest } from '@app/wire/profiles';
import { Body, Controller, Get, Put, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentProfile } from './profile.presenter.ts';

/** One's own profile. */
@Controller('assistant-profile')
export class AssistantProfileController {
  constructor(
    private readonly profiles: Profiles,
    private readonly publishProfile: PublishProfile,
  ) {}

  @Get()
  @SerializeOptions({ schema: ProfileView })
  async show(@CurrentActor() actor: User): Promise<ProfileView> {
    const profile = await this.profiles.find(actor.userId);
    if (!profile) throw new NoProfileYet();
    return presentProfile(profile);
  }

  @Put()
  @SerializeOptions({ schema: ProfileView })
  async save(
    @CurrentActor() actor: User,
    @Body({ schema: SaveProfileRequest }) body: SaveProfileRequest,
  ): Promise<ProfileView> {
    return presentProfile(await this.publishProfile.run(actor, body));
  }
}
