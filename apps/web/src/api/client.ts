import { toApiError, Unreachable } from './api-error.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Request {
  readonly body?: unknown;
  /** Makes the request safe to repeat: the same key does a thing once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

let whenSessionIsLost: () => void = () => {};

/** Called when a request is refused with 401: the session has ended somewhere else. */
export function onLostSession(handler: () => void): void {
  whenSessionIsLost = handler;
}

export function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return send('GET', path, signal ? { signal } : {});
}

/** Asks the api. Throws `ApiError` for a refusal and `Unreachable` when nobody answers. */
export async function send<Answer>(method: Method, path: string, request: Request = {}): Promise<Answer> {
  const response = await answer(method, path, request);
  const text = await response.text();
  const body: unknown = text === '' ? null : parsed(text);
  if (response.ok) return body as Answer;

  const error = toApiError(response.status, body);
  const isSignIn = method === 'POST' && path === '/sessions';
  if (response.status === 401 && !isSignIn && path !== '/me') whenSessionIsLost();
  throw error;
}

async function answer(method: Method, path: string, { body, idempotencyKey, signal }: Request): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable('Kontor cannot be reached.', { cause: error });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
