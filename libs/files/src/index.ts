import { StoredFile } from './stored-file.entity.ts';

export { DiskFileStore } from './disk-file-store.ts';
export { type ContentId, FileStore, type KeptContent } from './file-store.ts';
export {
  ContentLost,
  FileEmpty,
  FileNotFound,
  FileTooLarge,
  FileTypeRefused,
  ImageUnreadable,
} from './files.errors.ts';
export { FilesModule } from './files.module.ts';
export { type BroughtFile, KeepFile, LARGEST_FILE_BYTES } from './keep-file.ts';
export { KeepMadeFile, type MadeFile } from './keep-made-file.ts';
export { type PdfAbout, PdfDocument } from './pdf/pdf-document.ts';
export type { PdfColumn, PdfTable } from './pdf/pdf-table.ts';
export { type CsvCell, writeCsv } from './write-csv.ts';
export { type OpenFile, ReadFile } from './read-file.ts';
export { RemoveFile } from './remove-file.ts';
export { RemoveUnnamedContent } from './remove-unnamed-content.ts';
export { type FilePurpose, StoredFile } from './stored-file.entity.ts';
export { type UploadType, uploadTypes } from './sniff.ts';

export const filesEntities = [StoredFile];
