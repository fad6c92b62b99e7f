import { State, type Tone } from '../../ui/state.tsx';
import { useWord } from './staff-words.tsx';

const SETTLED = new Set([
  ...['paid', 'sent', 'arrived', 'won', 'final', 'settled', 'accepted', 'succeeded', 'active', 'approved', 'enabled'],
  ...['resolved', 'given', 'prevented', 'applied', 'released', 'closed', 'inquiry_closed', 'invoiced'],
]);
const WAITING = new Set([
  ...['waiting', 'deciding', 'appealed', 'held', 'due', 'sending', 'charging', 'pending', 'issued', 'retry', 'inquiry'],
  ...[
    'under_review',
    'review',
    'answered',
    'decided',
    'offered',
    'frozen',
    'claimed',
    'in_transit',
    'open',
    'disputed',
  ],
]);
const FAULT = new Set([
  ...['failed', 'refused', 'blocked', 'lost', 'needs_response', 'past_due', 'uncollectible', 'suspended', 'canceled'],
  ...['action_needed', 'restricted', 'failing', 'returned'],
]);

/** Where something stands, by its code. */
export function CodeState({ code }: { readonly code: string }) {
  const word = useWord();
  return <State tone={toneOf(code)}>{word(code)}</State>;
}

function toneOf(code: string): Tone {
  if (SETTLED.has(code)) return 'settled';
  if (FAULT.has(code)) return 'fault';
  return WAITING.has(code) ? 'waiting' : 'idle';
}
