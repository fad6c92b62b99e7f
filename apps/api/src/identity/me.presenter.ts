import { Accounts, Businesses, StaffGrants } from '@app/identity';
import { Profiles } from '@app/profiles';
import type { Me } from '@app/wire/identity';
import { Injectable } from '@nestjs/common';

/** One's own account, as the screens need it to know what to show. */
@Injectable()
export class MePresenter {
  constructor(
    private readonly accounts: Accounts,
    private readonly businesses: Businesses,
    private readonly profiles: Profiles,
    private readonly grants: StaffGrants,
  ) {}

  async present(accountId: string): Promise<Me> {
    const [account, businesses, profile, isStaff] = await Promise.all([
      this.accounts.find(accountId),
      this.businesses.ofMember(accountId),
      this.profiles.find(accountId),
      this.grants.isStaff(accountId),
    ]);
    const { id, email, name, zone, language } = account;
    const emailVerified = account.emailVerifiedAt !== null;
    return { id, email, name, zone, language, emailVerified, businesses, assists: profile !== null, isStaff };
  }
}
