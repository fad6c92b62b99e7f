import { Module } from '@nestjs/common';

import { DiskFileStore } from './disk-file-store.ts';
import { FileStore } from './file-store.ts';
import { KeepFile } from './keep-file.ts';
import { KeepMadeFile } from './keep-made-file.ts';
import { ReadFile } from './read-file.ts';
import { RemoveFile } from './remove-file.ts';
import { RemoveUnnamedContent } from './remove-unnamed-content.ts';

const doors = [KeepFile, KeepMadeFile, ReadFile, RemoveFile, RemoveUnnamedContent];

@Module({
  providers: [{ provide: FileStore, useClass: DiskFileStore }, ...doors],
  exports: [FileStore, ...doors],
})
export class FilesModule {}
