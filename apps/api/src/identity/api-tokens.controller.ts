import { type ApiToken, CreateApiToken, ListApiTokens, RevokeApiToken } from '@app/identity';
import type { User } from '@app/kernel';
import { ApiTokenView, CreatedApiToken, NewApiToken } from '@app/wire/api-tokens';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';

/** The keys of one's own programs. No token reaches these routes. */
@Controller('api-tokens')
export class ApiTokensController {
  constructor(
    private readonly listTokens: ListApiTokens,
    private readonly createToken: CreateApiToken,
    private readonly revokeToken: RevokeApiToken,
  ) {}

  @Get()
  @SerializeOptions({ schema: ApiTokenView })
  async list(@CurrentActor() actor: User): Promise<ApiTokenView[]> {
    return (await this.listTokens.run(actor)).map(present);
  }

  @Post()
  @SerializeOptions({ schema: CreatedApiToken })
  async create(
    @CurrentActor() actor: User,
    @Body({ schema: NewApiToken }) body: NewApiToken,
  ): Promise<CreatedApiToken> {
    const { token, secret } = await this.createToken.run(actor, body);
    return { token: present(token), secret };
  }

  @Delete(':id')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: User, @Param('id') id: string): Promise<void> {
    await this.revokeToken.run(actor, id);
  }
}

function present({ scopes, createdAt, expiresAt, usedAt, ...token }: ApiToken): ApiTokenView {
  return {
    ...token,
    scopes: [...scopes],
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  };
}
