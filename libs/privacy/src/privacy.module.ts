import { AuditModule } from '@app/audit';
import { FilesModule } from '@app/files';
import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';

import { EraseAccounts } from './erasure/erase-accounts.ts';
import { Erasures } from './erasure/erasures.repository.ts';
import { RequestErasure } from './erasure/request-erasure.ts';
import { ViewErasure } from './erasure/view-erasure.ts';
import { WithdrawErasure } from './erasure/withdraw-erasure.ts';
import { Archive } from './export/archive.ts';
import { DownloadExport } from './export/download-export.ts';
import { ExpireExports } from './export/expire-exports.ts';
import { Exports } from './export/exports.repository.ts';
import { GatherExport } from './export/gather-export.ts';
import { IssueExportLink } from './export/issue-export-link.ts';
import { RequestExport } from './export/request-export.ts';

const doors = [
  DownloadExport,
  EraseAccounts,
  Erasures,
  ExpireExports,
  Exports,
  GatherExport,
  IssueExportLink,
  RequestErasure,
  RequestExport,
  ViewErasure,
  WithdrawErasure,
];

@Module({ imports: [AuditModule, FilesModule, IdentityModule], providers: [...doors, Archive], exports: doors })
export class PrivacyModule {}
