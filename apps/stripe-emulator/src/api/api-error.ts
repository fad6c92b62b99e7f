interface ErrorFields {
  readonly type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error' | 'rate_limit_error';
  readonly code?: string;
  readonly message: string;
  readonly param?: string;
  readonly [field: string]: unknown;
}

/** A refusal in Stripe's words. */
export class ApiError extends Error {
  readonly status: number;
  readonly fields: ErrorFields;
  /** A decline changes objects before it refuses: its transaction commits. */
  readonly keepsEffects: boolean;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    fields: ErrorFields,
    { keepsEffects = false, headers = {} }: { keepsEffects?: boolean; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(fields.message);
    this.status = status;
    this.fields = fields;
    this.keepsEffects = keepsEffects;
    this.headers = headers;
  }

  get body(): { error: ErrorFields } {
    return { error: this.fields };
  }

  /** Whether an idempotency key remembers it: what was refused before anything began is tried anew. */
  get isRemembered(): boolean {
    return this.status !== 404 && this.status !== 501 && !(this.fields.code ?? '').startsWith('parameter_');
  }
}

export function invalid(code: string, message: string, param?: string): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', code, message, ...(param ? { param } : {}) });
}

export function invalidParameter(param: string, message: string): ApiError {
  return new ApiError(400, { type: 'invalid_request_error', code: 'parameter_invalid', message, param });
}

export function missing(what: string, id: string, param: string): ApiError {
  const message = `No such ${what}: '${id}'`;
  return new ApiError(404, { type: 'invalid_request_error', code: 'resource_missing', message, param });
}

export function unimplemented(what: string): ApiError {
  const message = `The local Stripe does not implement ${what}.`;
  return new ApiError(
    501,
    { type: 'invalid_request_error', code: 'emulator_unimplemented', message },
    { headers: { 'stripe-should-retry': 'false' } },
  );
}
