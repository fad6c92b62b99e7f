import { Audit } from '@app/audit';
import { requireNeverParty } from '@app/billing';
import { Database } from '@app/database';
import { FileNotFound, type OpenFile, ReadFile } from '@app/files';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DisputeDetails } from '../dispute-details.ts';
import { Disputes } from '../disputes.repository.ts';

/** Staff open a file that somebody added to the evidence, and it is recorded that they did. */
@Injectable()
export class OpenEvidenceFile {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly details: DisputeDetails,
    private readonly readFile: ReadFile,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `DisputeNotFound`, `FileNotFound`, or Forbidden `party_to_it`. */
  async run(staff: Staff, disputeId: string, fileId: string): Promise<OpenFile> {
    const { clientId } = await this.disputes.find(staff, disputeId);
    if (!(await this.details.hasFile(disputeId, fileId))) throw new FileNotFound();
    // Recorded first: nobody reads what the audit does not know of.
    await this.db.transaction(async (tx) => {
      await requireNeverParty(tx, staff, clientId);
      const subject = { kind: 'dispute', id: disputeId };
      await this.audit.record(
        tx,
        { actor: staff, action: 'dispute.file_opened', subject, after: { fileId } },
        this.clock.now(),
      );
    });
    return this.readFile.run(fileId);
  }
}
