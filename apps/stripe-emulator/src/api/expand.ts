import type { Context } from '../context.ts';
import type { Kind } from '../kinds.ts';
import { invalidParameter } from './api-error.ts';
import { accountAsV1 } from '../resources/accounts-v1.ts';

const DEEPEST = 4;

const EXPANDABLE = new Set([
  'balance_transaction', 'charge', 'customer', 'default_payment_method', 'destination', 'destination_payment',
  'destination_payment_refund', 'failure_balance_transaction', 'latest_charge', 'mandate', 'payment_intent',
  'payment_method', 'setup_intent', 'source', 'source_refund', 'source_transaction', 'source_transfer',
  'source_transfer_reversal', 'transfer', 'transfer_reversal',
]); // prettier-ignore
const NEVER = new Set(['charge.payment_method']);

type Json = Record<string, unknown>;

/** Replaces the ids that the dotted `paths` name by their objects, in a copy. Throws for what cannot be expanded. */
export function expanded(context: Context, body: object, paths: readonly string[]): object {
  const copy = structuredClone(body) as Json;
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > DEEPEST)
      throw invalidParameter('expand', `You cannot expand more than ${DEEPEST} levels: ${path}.`);
    open(context, [copy], steps, path);
  }
  return copy;
}

function open(context: Context, nodes: readonly Json[], steps: readonly string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  for (const node of nodes) {
    if (!(step in node) && !isOptional(node)) throw cannot(path);
    const value = node[step];
    if (typeof value === 'string') node[step] = fetch(context, node, step, value, path);
    const next = node[step];
    if (Array.isArray(next)) open(context, next.filter(isObject), rest, path);
    else if (isObject(next)) open(context, [next], rest, path);
    else if (next !== null && next !== undefined && rest.length === 0) throw cannot(path);
  }
}

function fetch(context: Context, node: Json, step: string, id: string, path: string): unknown {
  if (!EXPANDABLE.has(step) || NEVER.has(`${String(node['object'])}.${step}`)) throw cannot(path);
  const row = context.emulator.db.one<{ type: Kind; account: string }>(
    'select type, account from object where id = ?',
    id,
  );
  if (!row) return id;
  if (row.type === 'v2.core.account') return accountAsV1(context.platform, id);
  return context.on(row.account).find(row.type, id);
}

// A list's wrapper and an error body have no fields to miss.
function isOptional(node: Json): boolean {
  return node['object'] !== 'list' && node['object'] !== undefined;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cannot(path: string): Error {
  return invalidParameter('expand', `This property cannot be expanded (${path}).`);
}
