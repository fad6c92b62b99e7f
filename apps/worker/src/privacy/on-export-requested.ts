import { type DeliveredEvent, Effects } from '@app/delivery';
import { GatherExport } from '@app/privacy';
import { Injectable } from '@nestjs/common';

@Injectable()
export class OnExportRequested {
  readonly name = 'privacy.on-export-requested';
  readonly event = 'export.requested';

  constructor(
    private readonly effects: Effects,
    private readonly gather: GatherExport,
  ) {}

  async handle(event: DeliveredEvent<{ exportId: string }>): Promise<void> {
    await this.effects.atLeastOnce(this.name, event, () => this.gather.run(event.payload.exportId));
  }
}
