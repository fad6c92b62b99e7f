import { forgetAhead, takeAhead } from './ahead.ts';
import { isCode, toApiError, Unreachable } from './api-error.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Request {
  readonly body?: unknown;
  /** Makes the request safe to repeat: the same key does a thing once. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Sent even though the page is being left. */
  readonly outlivesPage?: true;
  /** The session has another token afterwards: what is on its way with the old one is asked again, not lost. */
  readonly rotates?: true;
}

let whenSessionIsLost: () => void = () => {};
let askToStepUp: () => Promise<boolean> = () => Promise.resolve(false);
/** The latest request that gave the session another token. */
let rotation: Promise<unknown> = Promise.resolve();

/** Called when a request is refused with 401: the session has ended somewhere else. */
export function onLostSession(handler: () => void): void {
  whenSessionIsLost = handler;
}

/** Called when a request wants its person to show once more that it is them; true: they did, and it is sent again. */
export function onStepUp(handler: () => Promise<boolean>): void {
  askToStepUp = handler;
}

export function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return send('GET', path, signal ? { signal } : {});
}

/** Asks the api. Throws `ApiError` for a refusal and `Unreachable` when nobody answers. */
export async function send<Answer>(method: Method, path: string, request: Request = {}): Promise<Answer> {
  const before = rotation;
  try {
    return await (request.rotates ? rotate<Answer>(method, path, request) : sendOnce<Answer>(method, path, request));
  } catch (error) {
    if (isCode(error, 'step_up_required') && (await askToStepUp())) return sendOnce<Answer>(method, path, request);
    if (!isCode(error, 'unauthenticated')) throw error;
    // Refused for a token that was the right one when the request began.
    if (!request.rotates && rotation !== before) return again<Answer>(method, path, request);
    if (path !== '/me') whenSessionIsLost();
    throw error;
  }
}

function rotate<Answer>(method: Method, path: string, request: Request): Promise<Answer> {
  const answered = sendOnce<Answer>(method, path, request);
  rotation = answered.catch(() => undefined);
  return answered;
}

async function again<Answer>(method: Method, path: string, request: Request): Promise<Answer> {
  await rotation;
  return sendOnce<Answer>(method, path, request);
}

async function sendOnce<Answer>(method: Method, path: string, request: Request): Promise<Answer> {
  const response = await answer(method, path, request);
  const text = await response.text();
  const body: unknown = text === '' ? null : parsed(text);
  if (response.ok) return body as Answer;

  throw toApiError(response.status, body);
}

async function answer(
  method: Method,
  path: string,
  { body, idempotencyKey, signal, outlivesPage }: Request,
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const isForm = body instanceof FormData;
  // The browser names the boundary of a form's parts itself.
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  const address = `/api${path}`;
  if (method !== 'GET') forgetAhead();
  try {
    const ahead = takeAhead(address);
    if (ahead) return await ahead;
    return await fetch(address, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      ...(outlivesPage ? { keepalive: true } : {}),
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
