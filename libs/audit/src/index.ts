export { Audit, type AuditActor, type Audited } from './audit.ts';
export { AuditModule } from './audit.module.ts';
export { AuditTrail, type AuditRecord } from './audit-trail.ts';
export { ChainEntries } from './chain-entries.ts';
export { VerifyAudit, type AuditFault, type AuditVerdict } from './verify-audit.ts';
