import { Secret, TOTP } from 'otpauth';

import { staffCommand } from '../staff/staff-command.ts';
import { Person } from './person.ts';

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

  async joins(): Promise<void> {
    await this.signsUp();
    const { exitCode, text } = await staffCommand(
      ['grant', this.email],
      this.world.config.env.DATABASE_URL,
      this.world.clock,
    );
    if (exitCode !== 0) throw new Error(text);
    await this.signsIn();
    const { secret } = await this.post<{ secret: string }>('/me/totp');
    this.#secret = secret;
    await this.post('/me/totp/confirmation', { code: this.#code() });
  }

  /** Shows the code of the app once more, as the screens ask for it before anything is decided. */
  override async stepsUp(): Promise<void> {
    await this.post('/step-ups', { totp: this.#code() });
  }

  async decides<T>(disputeId: string, lines: Said[]): Promise<T> {
    return this.post<T>(`/staff/disputes/${disputeId}/decisions`, { lines });
  }

  #code(): string {
    const totp = new TOTP({ secret: Secret.fromBase32(this.#secret) });
    return totp.generate({ timestamp: this.world.time.now().getTime() });
  }
}
