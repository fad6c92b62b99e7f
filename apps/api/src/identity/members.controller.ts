import { ChangeRole, Invitations, InviteMember, Members, RemoveMember, WithdrawInvitation } from '@app/identity';
import { Clock, type User } from '@app/kernel';
import { InvitationRequest, InvitationView, PeopleView, RoleRequest } from '@app/wire/members';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { presentInvitation, presentPeople } from './members.presenter.ts';

const Id = z.uuid();

/** Who acts for a business, and who is invited to. */
@Controller('businesses/:id')
export class MembersController {
  constructor(
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly inviteMember: InviteMember,
    private readonly withdrawInvitation: WithdrawInvitation,
    private readonly changeRole: ChangeRole,
    private readonly removeMember: RemoveMember,
    private readonly clock: Clock,
  ) {}

  @Get('members')
  @SerializeOptions({ schema: PeopleView })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<PeopleView> {
    const members = await this.members.list(actor, id);
    return presentPeople(actor, id, members, await this.invitations.open(id, this.clock.now()));
  }

  @Post('invitations')
  @SerializeOptions({ schema: InvitationView })
  async invite(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: InvitationRequest }) body: InvitationRequest,
  ): Promise<InvitationView> {
    return presentInvitation(await this.inviteMember.run(actor, id, body));
  }

  @Delete('invitations/:invitationId')
  @HttpCode(204)
  async withdraw(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Param('invitationId', { schema: Id }) invitationId: string,
  ): Promise<void> {
    await this.withdrawInvitation.run(actor, id, invitationId);
  }

  @Patch('members/:accountId')
  @HttpCode(204)
  async change(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Param('accountId', { schema: Id }) accountId: string,
    @Body({ schema: RoleRequest }) { role }: RoleRequest,
  ): Promise<void> {
    await this.changeRole.run(actor, id, accountId, role);
  }

  @Delete('members/:accountId')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Param('accountId', { schema: Id }) accountId: string,
  ): Promise<void> {
    await this.removeMember.run(actor, id, accountId);
  }
}
