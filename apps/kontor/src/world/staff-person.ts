import { staffCommand } from '../staff/staff-command.ts';
import { codeAt } from './one-time-code.ts';
import { Person } from './person.ts';

const MINUTE_MS = 60_000;

/** A line of a dispute, and what is decided of it. */
export interface Said {
  lineId: string;
  verdict: 'pay' | 'refund' | 'split';
  refundSeconds?: number;
  ruleId: string;
  reason: string;
}

/** Somebody of Kontor's staff: an operator made them so, and they show a second factor. */
export class StaffPerson extends Person {
  #secret = '';
  #shownAt: Date | undefined;

  async joins(): Promise<void> {
    await this.signsUp();
    await this.isMadeStaff();
  }

  /** The same, of somebody who has an account: whoever they are besides. */
  async isMadeStaff(): Promise<void> {
    await this.isGranted();
    await this.signsIn();
    this.#secret = await this.beginsTotp();
    await this.post('/me/totp/confirmation', { code: this.#code() });
    this.#shownAt = this.world.time.now();
  }

  /** An operator makes them staff, and signs them out: without a second factor that opens nothing yet. */
  async isGranted(): Promise<void> {
    const { exitCode, text } = await staffCommand(
      ['grant', this.email],
      this.world.config.env.DATABASE_URL,
      this.world.clock,
    );
    if (exitCode !== 0) throw new Error(text);
  }

  /** Shows the code of the app once more, as the screens ask for it before anything is decided: ten minutes after the last. */
  override async stepsUp(): Promise<void> {
    const now = this.world.time.now();
    if (this.#shownAt && now.getTime() - this.#shownAt.getTime() < 9 * MINUTE_MS) return;
    await this.post('/step-ups', { totp: this.#code() });
    this.#shownAt = now;
  }

  async decides<T>(disputeId: string, lines: Said[]): Promise<T> {
    return this.post<T>(`/staff/disputes/${disputeId}/decisions`, { lines });
  }

  /** The secret of their authenticator app, base32. */
  protected async beginsTotp(): Promise<string> {
    return (await this.post<{ secret: string }>('/me/totp')).secret;
  }

  #code(): string {
    return codeAt(this.#secret, this.world.time.now());
  }
}
