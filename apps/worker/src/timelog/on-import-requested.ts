import { type DeliveredEvent, Effects } from '@app/delivery';
import { LogImport } from '@app/timelog';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

@Injectable()
export class OnImportRequested implements Handler {
  readonly name = 'timelog.on-import-requested';
  readonly event = 'import.requested';

  constructor(
    private readonly effects: Effects,
    private readonly logImport: LogImport,
  ) {}

  async handle(event: DeliveredEvent<{ importId: string }>): Promise<void> {
    await this.effects.atLeastOnce(this.name, event, () => this.logImport.run(event.payload.importId));
  }
}
