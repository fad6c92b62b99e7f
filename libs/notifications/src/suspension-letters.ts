import { IssueAppeal, Suspensions } from '@app/identity';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter } from './letter.ts';
import { appealDeclined, suspended, suspensionOver } from './mails/suspensions.ts';

/** What a suspension means to whom it concerns: the person, or the owners of the business. */
@Injectable()
export class SuspensionLetters {
  constructor(
    private readonly issue: IssueAppeal,
    private readonly suspensions: Suspensions,
  ) {}

  async placed(suspensionId: string): Promise<AddressedLetter[]> {
    const { suspension, to, token } = await this.issue.run(suspensionId);
    return to.map((person) => ({ about: person.id, to: person, letter: suspended(suspension, token) }));
  }

  async ended(suspensionId: string): Promise<AddressedLetter[]> {
    const suspension = await this.suspensions.find(suspensionId);
    const to = await this.issue.addressees(suspension);
    return to.map((person) => ({ about: person.id, to: person, letter: suspensionOver(suspension) }));
  }

  async declined(suspensionId: string): Promise<AddressedLetter[]> {
    const suspension = await this.suspensions.find(suspensionId);
    const to = await this.issue.addressees(suspension);
    return to.map((person) => ({ about: person.id, to: person, letter: appealDeclined(suspension) }));
  }
}
