import { principals } from './authorization-policy.ts';

/** A line of the policy: what everybody is answered who asks for this of that. */
export interface Line {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  /** A name among the world's things; `-` where the route is about none. */
  readonly thing: string;
  /** In the order of the principals. */
  readonly answers: readonly number[];
}

export function linesOf(policy: string): Line[] {
  return policy
    .trim()
    .split('\n')
    .map((text) => {
      const [route = '', thing = '', answers = ''] = text.split('|').map((cell) => cell.trim());
      const [method = '', path = ''] = route.split(' ');
      return { route, method, path, thing, answers: toEverybody(path, answers.split(/ +/).map(Number)) };
    });
}

/**
 * Of a route of staff the table has one answer, the one that staff get: nobody else is told anything. Everywhere else a
 * member of staff is a stranger like the owner of another business, unless the line has an answer of their own.
 */
function toEverybody(path: string, answers: readonly number[]): readonly number[] {
  const [only] = answers;
  if (path.startsWith('/api/staff/') && answers.length === 1) {
    const isSignedOut = (who: string) => who === 'anonymous' || who === 'suspended';
    return principals.map((who) => (who === 'staff' ? (only ?? 0) : isSignedOut(who) ? 401 : 403));
  }
  const stranger = answers[principals.indexOf('other owner')];
  return answers.length === principals.length - 1 && stranger !== undefined ? [...answers, stranger] : answers;
}
