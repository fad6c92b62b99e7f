import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BilledLines } from './billed-lines.repository.ts';
import { freeEarning, isFree } from './free-earning.ts';
import { cutOf } from './split-earning.ts';
import { type Worth, worthOf } from './worth.ts';

export interface PartPreview {
  readonly part: Worth;
  /** What of the week would go on as ever. */
  readonly rest: Worth;
}

/** What setting parts of a week's lines aside would hold, by the very rules of `SetAside`, and nothing is held. */
@Injectable()
export class PreviewPart {
  constructor(private readonly lines: BilledLines) {}

  /** `parts`: seconds by line. Throws `part_too_large` or `part_too_small`. */
  async run(tx: Tx, weekId: string, parts: ReadonlyMap<string, number>): Promise<PartPreview> {
    const [part, rest]: [Worth[], Worth[]] = [[], []];
    const ofWeek = await tx.query<{ id: string }[]>(
      `select id from invoice_line where contract_week_id = $1 order by invoice_id, id`,
      [weekId],
    );
    for (const { id } of ofWeek) {
      const { line } = await this.lines.lock(tx, id);
      const seconds = parts.get(id) ?? 0;
      const whole = seconds === 0 ? null : await freeEarning(tx, this.lines, id, seconds);
      for (const earning of await this.lines.earnings(tx, id)) {
        if (!isFree(earning)) continue;
        const cut = earning.id === whole?.id ? cutOf(earning, line, seconds) : earning.partTo;
        part.push(worthOf(line, cut, earning.partTo));
        rest.push(worthOf(line, earning.partFrom, cut));
      }
    }
    return { part: total(part), rest: total(rest) };
  }
}

function total(worths: readonly Worth[]): Worth {
  return { amount: Money.sum(worths.map(({ amount }) => amount)), fee: Money.sum(worths.map(({ fee }) => fee)) };
}
