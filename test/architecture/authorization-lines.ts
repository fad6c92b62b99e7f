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
      return { route, method, path, thing, answers: answers.split(/ +/).map(Number) };
    });
}
