import { Accounts, GoToProvider, LinkProvider, ProviderLogins, Providers, UnlinkProvider } from '@app/identity';
import type { User } from '@app/kernel';
import { ProviderAnswer, ProviderLinkTripRequest, ProviderLoginsView, ProviderTrip } from '@app/wire/providers';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CurrentActor } from '../auth/current-actor.ts';
import { ProviderCookie } from '../auth/provider-cookie.ts';
import { ClientAddress } from '../http/client-address.ts';

/** Through whom one gets into one's own account. */
@Controller('me')
export class ProviderLoginsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly logins: ProviderLogins,
    private readonly providers: Providers,
    private readonly goToProvider: GoToProvider,
    private readonly linkProvider: LinkProvider,
    private readonly unlinkProvider: UnlinkProvider,
    private readonly trip: ProviderCookie,
  ) {}

  @Get('provider-logins')
  @SerializeOptions({ schema: ProviderLoginsView })
  async show(@CurrentActor() actor: User): Promise<ProviderLoginsView> {
    const [account, logins] = await Promise.all([this.accounts.find(actor.userId), this.logins.ofPerson(actor.userId)]);
    const offered = this.providers.list();
    return {
      logins: logins.map(({ linkedAt, usedAt, ...login }) => ({
        ...login,
        name: offered.find(({ id }) => id === login.provider)?.name ?? login.provider,
        linkedAt: linkedAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
      others: offered.filter(({ id }) => !logins.some(({ provider }) => provider === id)),
      hasPassword: account.passwordHash !== null,
    };
  }

  @Post('provider-logins/trips')
  @SerializeOptions({ schema: ProviderTrip })
  async setOut(
    @CurrentActor() actor: User,
    @Body({ schema: ProviderLinkTripRequest }) body: ProviderLinkTripRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @ClientAddress() address: string | undefined,
  ): Promise<ProviderTrip> {
    const wanted = { ...body, address, linking: actor, browser: this.trip.read(request) };
    const { url, browser } = await this.goToProvider.run(wanted);
    this.trip.write(reply, browser);
    return { url };
  }

  @Post('provider-logins')
  @HttpCode(204)
  async create(
    @CurrentActor() actor: User,
    @Req() request: FastifyRequest,
    @Body({ schema: ProviderAnswer }) { answer }: ProviderAnswer,
  ): Promise<void> {
    await this.linkProvider.run(actor, { answer, browser: this.trip.read(request) });
  }

  @Post('provider-offers/acceptance')
  @HttpCode(204)
  async accept(@CurrentActor() actor: User, @Req() request: FastifyRequest): Promise<void> {
    await this.linkProvider.accept(actor, this.trip.read(request));
  }

  @Delete('provider-logins/:id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: User, @Param('id') id: string): Promise<void> {
    await this.unlinkProvider.run(actor, id);
  }
}
