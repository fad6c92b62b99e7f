import { AcceptInvitation, Businesses } from '@app/identity';
import type { User } from '@app/kernel';
import { BusinessView } from '@app/wire/identity';
import { AcceptInvitationRequest } from '@app/wire/members';
import { Body, Controller, HttpCode, Post, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';

/** What becomes of an invitation, for whoever has its link. */
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly acceptInvitation: AcceptInvitation,
    private readonly businesses: Businesses,
  ) {}

  @Post('acceptance')
  @HttpCode(200)
  @SerializeOptions({ schema: BusinessView })
  async accept(
    @CurrentActor() actor: User,
    @Body({ schema: AcceptInvitationRequest }) { token }: AcceptInvitationRequest,
  ): Promise<BusinessView | undefined> {
    const { id } = await this.acceptInvitation.run(actor, token);
    return (await this.businesses.ofMember(actor.userId)).find((business) => business.id === id);
  }
}
