import { randomUUIDv7 } from 'node:crypto';

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a file is kept for: the lib that keeps it decides who may read it. */
export type FilePurpose = 'dispute_evidence' | 'evidence_pack' | 'chargeback_evidence' | 'privacy_export';

export interface NewStoredFile {
  /** The account that brought it or that it is about; null for what belongs to nobody alone. */
  readonly ownerId: string | null;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** A file by name. Its bytes are in the store under their hash, which several files may share. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('text') purpose!: FilePurpose;
  @Column('text') name!: string;
  @Column('text') type!: string;
  @Column('int') size!: number;
  @Column('text') sha256!: string;
  @Column('timestamptz') keptAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  /** When its bytes were taken away, unless another file shared them. */
  @Column('timestamptz', { nullable: true }) clearedAt!: Date | null;

  static keep(file: NewStoredFile, now: Date): StoredFile {
    return Object.assign(new StoredFile(), file, { id: randomUUIDv7(), keptAt: now, removedAt: null, clearedAt: null });
  }
}
