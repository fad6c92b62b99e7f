export { EraseAccounts } from './erasure/erase-accounts.ts';
export { type Erasure, Erasures } from './erasure/erasures.repository.ts';
export { type Obstacle, type ObstacleCode, obstacleCodes } from './erasure/obstacles.ts';
export { RequestErasure } from './erasure/request-erasure.ts';
export { ViewErasure } from './erasure/view-erasure.ts';
export { WithdrawErasure } from './erasure/withdraw-erasure.ts';
export { DownloadExport } from './export/download-export.ts';
export { ExpireExports } from './export/expire-exports.ts';
export { Exports, type PrivacyExport } from './export/exports.repository.ts';
export { GatherExport } from './export/gather-export.ts';
export { type ExportLink, IssueExportLink } from './export/issue-export-link.ts';
export { RequestExport } from './export/request-export.ts';
export {
  DownloadLinkNotValid,
  EmailDiffers,
  ErasureBlocked,
  ErasureNotFound,
  ErasureUnderWay,
  ExportNotFound,
  ExportUnderWay,
  TooManyExports,
} from './privacy.errors.ts';
export type { ErasureRequested, ErasureWithdrawn, ExportReady, ExportRequested } from './privacy.events.ts';
export { PrivacyModule } from './privacy.module.ts';
