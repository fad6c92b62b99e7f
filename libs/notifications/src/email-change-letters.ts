import { Accounts, IssueEmailChange, IssueEmailReturn } from '@app/identity';
import { Injectable } from '@nestjs/common';

import type { AddressedLetter } from './letter.ts';
import { alreadyRegistered, confirmNewEmail, emailIsChanging, emailWasChanged } from './mails/accounts.ts';

/** What a wish for another address means to those who read the mail of either. */
@Injectable()
export class EmailChangeLetters {
  constructor(
    private readonly issue: IssueEmailChange,
    private readonly accounts: Accounts,
    private readonly back: IssueEmailReturn,
  ) {}

  /** The old address is warned; the new one gets the link or, when it has an account already, hears that. None when it was withdrawn. */
  async requested(emailChangeId: string): Promise<AddressedLetter[]> {
    const issued = await this.issue.run(emailChangeId);
    if (!issued) return [];
    const { person, email, token } = issued;
    const warning = { about: 'old address', to: person, letter: emailIsChanging(email) };
    if (token !== null) {
      return [warning, { about: 'new address', to: { ...person, email }, letter: confirmNewEmail(token) }];
    }
    const holder = await this.accounts.findByEmail(email);
    return holder ? [warning, { about: 'holder', to: holder, letter: alreadyRegistered() }] : [warning];
  }

  /** To the address that was given up: whoever reads its mail is the one who would know that it was somebody else. */
  async changed(emailChangeId: string): Promise<AddressedLetter[]> {
    const issued = await this.back.run(emailChangeId);
    if (!issued) return [];
    const { replaced, email, ...person } = issued.done;
    const letter = emailWasChanged(email, issued.token);
    return [{ about: 'old address', to: { ...person, email: replaced }, letter }];
  }
}
