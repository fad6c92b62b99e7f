import { Module } from '@nestjs/common';

import { Audit } from './audit.ts';
import { AuditTrail } from './audit-trail.ts';
import { ChainEntries } from './chain-entries.ts';
import { VerifyAudit } from './verify-audit.ts';

const doors = [Audit, AuditTrail, ChainEntries, VerifyAudit];

@Module({ providers: doors, exports: doors })
export class AuditModule {}
