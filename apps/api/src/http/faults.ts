import { type Fault, Invalid } from '@app/kernel';

/** The field of a fault that is in no field: the body is of the wrong kind, or missing. */
export const WHOLE_BODY = 'body';

/** An issue as zod reports it; other schema libraries leave out what is optional here. */
interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
}

/** Every field that does not fit, each with its reason; fields that are unknown are named too. */
export function invalidRequest(issues: readonly Issue[]): Invalid {
  const faults = issues.flatMap(faultsOf);
  const first = faults.map(({ field, message }) => `${field} ${message}`).join('; ');
  return new Invalid('invalid_request', `The request does not fit: ${first}.`, faults);
}

function faultsOf(issue: Issue): Fault[] {
  const path = (issue.path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({ field: [...path, key].join('.'), message: 'is not known here' }));
  }
  return [{ field: path.join('.') || WHOLE_BODY, message: plain(issue.message) }];
}

/** Zod's English says what it looked for; ours says what to write. Messages that a schema gives itself pass as they are. */
function plain(message: string): string {
  if (message.endsWith('received undefined')) return 'is required';
  return message
    .replace(/^Invalid input: expected (.+), received (.+)$/, 'must be of kind $1, not $2')
    .replace(/^Invalid option: expected (one of )?(.+)$/, 'must be one of $2')
    .replace(/^Too (?:small|big): expected \w+ to (have|be) (.+)$/, 'must $1 $2')
    .replace(/^Invalid (?!input)(.+)$/, 'is not a valid $1');
}
