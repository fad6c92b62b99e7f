/** What the api refused, as it said it: problem JSON with a stable code. `fields` is keyed by the path in the request. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** The request got no answer: no network, or the server is gone. Trying again with the same key is safe. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

export function isCode(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.code === code;
}

/** The refusal in an answer's body, whatever shape it has: a proxy may have answered in Kontor's place. */
export function toApiError(status: number, body: unknown): ApiError {
  const problem = isRecord(body) ? body : {};
  const { type: _type, status: _status, code, detail, title, errors, ...details } = problem;
  return new ApiError(
    status,
    typeof code === 'string' ? code : `http_${status}`,
    [detail, title].find((text) => typeof text === 'string') ?? `The server answered ${status}.`,
    fieldsOf(errors),
    details,
  );
}

function fieldsOf(faults: unknown): Record<string, string> {
  if (!Array.isArray(faults)) return {};
  return Object.fromEntries(
    faults
      .filter(isRecord)
      .filter((fault) => typeof fault.field === 'string')
      .map((fault) => [String(fault.field), typeof fault.message === 'string' ? fault.message : 'Is not right.']),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
