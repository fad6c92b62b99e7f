import { AuditTrail } from '@app/audit';
import { StaffGrants } from '@app/identity';
import type { Staff } from '@app/kernel';
import { FindAnything } from '@app/staff';
import { AuditList, AuditQuery, FoundList, SearchQuery, StaffList } from '@app/wire/staff';
import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';

import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';
import { onWire } from './on-wire.ts';

@StaffOnly()
@Controller('staff')
export class StaffSearchController {
  constructor(
    private readonly find: FindAnything,
    private readonly audit: AuditTrail,
    private readonly grants: StaffGrants,
  ) {}

  @Get('search')
  @SerializeOptions({ schema: FoundList })
  async search(@Query({ schema: SearchQuery }) { q }: SearchQuery): Promise<FoundList> {
    return onWire(await this.find.run(q));
  }

  @Get('audit')
  @SerializeOptions({ schema: AuditList })
  async read(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<AuditList> {
    const before = query.before?.toString();
    const records = 'actor' in query ? this.audit.by(query.actor, before) : this.audit.of(query, before);
    return onWire(await records) as AuditList;
  }

  @Get('members')
  @SerializeOptions({ schema: StaffList })
  async members(@CurrentStaff() staff: Staff): Promise<StaffList> {
    const members = await this.grants.list();
    return members.map(({ accountId, name, grantedAt }) => {
      return { accountId, name, grantedAt: grantedAt.toISOString(), isYou: accountId === staff.userId };
    });
  }
}
