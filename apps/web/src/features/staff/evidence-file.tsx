import type { StaffDisputeDetail } from '@app/wire/disputes';
import { Paperclip } from 'lucide-react';

interface EvidenceFileProps {
  readonly dispute: Pick<StaffDisputeDetail, 'id' | 'barredBy'>;
  readonly file: NonNullable<StaffDisputeDetail['statements'][number]['file']>;
}

/** A file that somebody added, to be saved and read; only its name to a party. */
export function EvidenceFile({ dispute, file }: EvidenceFileProps) {
  if (dispute.barredBy === 'party') return <p className="text-fine break-all text-ink-soft">{file.name}</p>;
  return (
    <p className="mt-1">
      <a
        href={`/api/staff/disputes/${dispute.id}/files/${file.id}`}
        download
        className="inline-flex items-center gap-1.5"
      >
        <Paperclip aria-hidden="true" className="size-4 flex-none" />
        <span className="min-w-0 break-all">{file.name}</span>
      </a>
    </p>
  );
}
