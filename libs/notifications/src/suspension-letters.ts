import { IssueAppeal, Suspensions } from '@app/identity';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter } from './letter.ts';
import { appealDeclined, suspended, suspensionOver } from './mails/suspension.ts';
import { when } from './when.ts';

/** What a suspension means to whom it concerns: the person, or the owners of the business. */
@Injectable()
export class SuspensionLetters {
  constructor(
    private readonly issue: IssueAppeal,
    private readonly suspensions: Suspensions,
  ) {}

  async placed(suspensionId: string): Promise<AddressedLetter[]> {
    const { suspension, to, token } = await this.issue.run(suspensionId);
    return to.map((person) => {
      const until = suspension.until && when(suspension.until, person.zone);
      return { about: person.id, to: person, letter: suspended({ ...suspension, until, token }) };
    });
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
