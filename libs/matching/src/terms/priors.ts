import type { Fit } from '../fit.ts';
import { type Term, term } from '../term.ts';

/** Until there are reviews, everybody stands in the middle: nobody gains or loses a place by it. */
export function reputation(): Term {
  return term('reputation', 1, 2, 'No reviews count yet: everybody starts in the middle.');
}

export function responsiveness(): Term {
  return term('responsiveness', 1, 2, 'Answers are not measured yet: everybody starts in the middle.');
}

/** The share that keeps the market open: it ends with the first contract. */
export function newcomer({ offered }: Fit): Term {
  return offered.isNew
    ? term('newcomer', 1, 1, 'New here: points for a first chance, until the first contract.')
    : term('newcomer', 0, 1, 'Has had a contract here: these points are for newcomers.');
}
