import type { Database } from '../database.ts';

interface Repeats {
  /** The first matching one it strikes; 1 when left out. */
  nth?: number;
  /** How often it strikes before it expires; 1 when left out. */
  times?: number | 'always';
}

/** Strikes requests whose method, path (a regular expression) and account match. */
export type RequestFault = Repeats & {
  method?: string;
  path?: string;
  account?: string;
} & (
    | { effect: 'delay'; ms: number }
    | { effect: 'delay_response'; ms: number }
    | { effect: 'fail_before'; status?: number }
    /** The lost response: what was asked is done, and the caller sees a closed socket or a 500. */
    | { effect: 'fail_after'; as?: 'reset' | 'error' }
    | { effect: 'conflict' }
    | { effect: 'rate_limit'; reason?: string }
  );

/** Strikes deliveries of events whose type matches the regular expression `webhook`. */
export type WebhookFault = Repeats & { webhook: string } & (
    | { effect: 'drop' }
    | { effect: 'duplicate' }
    /** Two events with ids of their own for one change. */
    | { effect: 'twin' }
    /** Held until the webhooks are drained, then sent newest first. */
    | { effect: 'reorder' }
    | { effect: 'delay'; ms: number }
  );

export type FaultRule = RequestFault | WebhookFault;

export class Faults {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  add(rule: FaultRule): void {
    this.db.run('insert into fault (rule) values (?)', JSON.stringify(rule));
  }

  clear(): void {
    this.db.run('delete from fault');
  }

  ofRequest(method: string, path: string, account: string): RequestFault | null {
    return this.strike((rule): rule is RequestFault => {
      if ('webhook' in rule) return false;
      const methodFits = !rule.method || rule.method.toUpperCase() === method;
      const pathFits = !rule.path || new RegExp(rule.path).test(path);
      return methodFits && pathFits && (!rule.account || rule.account === account);
    });
  }

  ofEvent(type: string, effects: readonly WebhookFault['effect'][]): WebhookFault | null {
    return this.strike(
      (rule): rule is WebhookFault =>
        'webhook' in rule && effects.includes(rule.effect) && new RegExp(rule.webhook).test(type),
    );
  }

  private strike<Rule extends FaultRule>(matches: (rule: FaultRule) => rule is Rule): Rule | null {
    for (const row of this.db.all<{ id: number; rule: string; seen: number; done: number }>(
      'select * from fault order by id',
    )) {
      const rule = JSON.parse(row.rule) as FaultRule;
      if (!matches(rule)) continue;
      const seen = row.seen + 1;
      const strikes = seen >= (rule.nth ?? 1);
      const done = row.done + (strikes ? 1 : 0);
      if (rule.times !== 'always' && done >= (rule.times ?? 1)) this.db.run('delete from fault where id = ?', row.id);
      else this.db.run('update fault set seen = ?, done = ? where id = ?', seen, done, row.id);
      if (strikes) return rule;
    }
    return null;
  }
}
