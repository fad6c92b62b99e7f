import { GoToProvider, Providers } from '@app/identity';
import {
  ProviderAnswer,
  ProviderSignInAnswer,
  ProviderTrip,
  ProviderTripRequest,
  ProviderView,
} from '@app/wire/providers';
import { Body, Controller, Get, Param, Post, Req, Res, SerializeOptions, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { HalfSessionCookie } from '../auth/half-session-cookie.ts';
import { ProviderCookie } from '../auth/provider-cookie.ts';
import { type ComingBackRequest, ProviderGuard } from '../auth/provider.guard.ts';
import { Public } from '../auth/public.ts';
import { SignedInBrowser } from '../auth/signed-in-browser.ts';
import { ClientAddress } from '../http/client-address.ts';
import { MePresenter } from './me.presenter.ts';

/** Signing in, or up, with somebody else's word. */
@Controller()
export class ProvidersController {
  constructor(
    private readonly providers: Providers,
    private readonly goToProvider: GoToProvider,
    private readonly me: MePresenter,
    private readonly trip: ProviderCookie,
    private readonly half: HalfSessionCookie,
    private readonly browser: SignedInBrowser,
  ) {}

  @Public()
  @Get('sign-in-providers')
  @SerializeOptions({ schema: ProviderView })
  list(): ProviderView[] {
    return this.providers.list();
  }

  @Public()
  @Post('sign-in-providers/:provider/trips')
  @SerializeOptions({ schema: ProviderTrip })
  async setOut(
    @Param('provider') provider: string,
    @Body({ schema: ProviderTripRequest }) body: ProviderTripRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @ClientAddress() address: string | undefined,
  ): Promise<ProviderTrip> {
    const wanted = { ...body, provider, address, browser: this.trip.read(request) };
    const { url, browser } = await this.goToProvider.run(wanted);
    this.trip.write(reply, browser);
    return { url };
  }

  @Public()
  @UseGuards(ProviderGuard)
  @Post('provider-sign-ins')
  @SerializeOptions({ schema: ProviderSignInAnswer })
  async create(
    @Req() { user }: ComingBackRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: ProviderAnswer }) _body: ProviderAnswer, // The guard has read it; this line describes it.
  ): Promise<ProviderSignInAnswer> {
    if ('offered' in user) {
      reply.status(202);
      return user;
    }
    if ('wants' in user) {
      this.half.write(reply, user.token, user.expiresAt);
      reply.status(202);
      return { wants: [...user.wants] };
    }
    this.browser.write(reply, user);
    return this.me.present(user.accountId);
  }
}
