import { Live } from '@app/delivery';
import { Counterparts } from '@app/hiring';
import { StaffGrants } from '@app/identity';
import { type CallHandler, type ExecutionContext, Injectable, Logger, type NestInterceptor } from '@nestjs/common';
import { type Observable, tap } from 'rxjs';

import type { SignedInRequest } from '../auth/current-actor.ts';
import { topicsOf } from './live.topics.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What one person does in this time is told at once. */
const GATHERED_FOR_MS = 150;

/** Once somebody has done something, the screens of those who work with them, or of staff, are told to look again. */
@Injectable()
export class TellLive implements NestInterceptor {
  readonly #gathered = new Map<string, Set<string>>();
  readonly #log = new Logger('live');

  constructor(
    private readonly live: Live,
    private readonly counterparts: Counterparts,
    private readonly staff: StaffGrants,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, url, user } = context.switchToHttp().getRequest<Partial<SignedInRequest>>();
    const topics = user && method && !READS.has(method) ? topicsOf(url ?? '') : [];
    if (!user || topics.length === 0) return next.handle();
    return next.handle().pipe(tap(() => this.#gather(user.userId, topics)));
  }

  #gather(accountId: string, topics: readonly string[]): void {
    const gathered = this.#gathered.get(accountId);
    for (const topic of topics) gathered?.add(topic);
    if (gathered) return;
    this.#gathered.set(accountId, new Set(topics));
    setTimeout(() => void this.#tell(accountId), GATHERED_FOR_MS).unref();
  }

  async #tell(accountId: string): Promise<void> {
    const topics = [...(this.#gathered.get(accountId) ?? [])];
    this.#gathered.delete(accountId);
    try {
      const accounts = await this.counterparts.of(accountId);
      const staff = topics.includes('staff') ? await this.staff.list() : [];
      await this.live.tell({ accounts: [...accounts, ...staff.map((member) => member.accountId)], topics });
    } catch (error) {
      this.#log.warn(`nobody was told: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
