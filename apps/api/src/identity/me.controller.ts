import { Impersonations } from '@app/identity';
import { Clock, type User } from '@app/kernel';
import { Me } from '@app/wire/identity';
import { Controller, Get, SerializeOptions } from '@nestjs/common';

import { CurrentActor } from '../auth/current-actor.ts';
import { MePresenter } from './me.presenter.ts';

@Controller('me')
export class MeController {
  constructor(
    private readonly me: MePresenter,
    private readonly impersonations: Impersonations,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SerializeOptions({ schema: Me })
  async show(@CurrentActor() actor: User): Promise<Me> {
    return { ...(await this.me.present(actor.userId)), ...(await this.#lookedThrough(actor)) };
  }

  /** Said to the member of staff who looks, so that every screen can say it too. */
  async #lookedThrough({ userId, impersonatedBy }: User): Promise<Pick<Me, 'lookedThroughUntil'>> {
    if (impersonatedBy === undefined) return {};
    const looks = await this.impersonations.ofPerson(userId);
    const now = this.clock.now();
    const live = looks.find((look) => look.staffId === impersonatedBy && look.endedAt === null && look.endsAt > now);
    return live ? { lookedThroughUntil: live.endsAt.toISOString() } : {};
  }
}
