const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };

/** A page of version 1 of the API. */
export function listSchema(items) {
  return exactly(
    { object: { type: 'string', enum: ['list'] }, data: { type: 'array', items }, has_more: { type: 'boolean' }, url: text },
    { total_count: { type: 'integer' } },
  );
}

/** A page of version 2. */
export function v2ListSchema(items) {
  return exactly({ data: { type: 'array', items }, next_page_url: textOrNull, previous_page_url: textOrNull });
}

/** What all snapshot events share; what one carries is checked by its type. */
export const snapshotEventSchema = exactly(
  {
    id: { type: 'string', pattern: '^evt_' },
    object: { type: 'string', enum: ['event'] },
    api_version: textOrNull,
    created: { type: 'integer' },
    data: exactly({ object: { type: 'object' } }, { previous_attributes: { type: 'object' } }),
    livemode: { type: 'boolean' },
    pending_webhooks: { type: 'integer' },
    request: orNull(exactly({ id: textOrNull, idempotency_key: textOrNull })),
    type: text,
  },
  { account: text, context: text },
);

/** What all thin events share: the SDK declares a union of some three hundred. */
export const thinEventSchema = exactly(
  { id: text, object: { type: 'string', enum: ['v2.core.event'] }, created: text, livemode: { type: 'boolean' }, type: text },
  {
    context: textOrNull,
    changes: { type: ['object', 'null'] },
    data: { type: ['object', 'null'] },
    related_object: orNull(exactly({ id: text, type: text, url: text })),
    snapshot_event: text,
    reason: orNull(exactly({ type: { type: 'string', enum: ['request'] }, request: exactly({ id: text, idempotency_key: text }) })),
  },
);

const ERROR_TYPES = ['api_error', 'card_error', 'idempotency_error', 'invalid_request_error', 'authentication_error', 'rate_limit_error'];
const ERROR_TEXTS = [
  'code', 'decline_code', 'advice_code', 'network_advice_code', 'network_decline_code', 'message', 'user_message', 'param', 'charge',
  'doc_url', 'request_log_url', 'payment_method_type',
]; // prettier-ignore

export const errorSchema = exactly({
  error: exactly(
    { type: { type: 'string', enum: ERROR_TYPES } },
    {
      ...Object.fromEntries(ERROR_TEXTS.map((name) => [name, text])),
      payment_intent: resource('payment_intent'),
      setup_intent: resource('setup_intent'),
      payment_method: resource('payment_method'),
    },
  ),
});

function exactly(required, optional = {}) {
  return { type: 'object', required: Object.keys(required), properties: { ...required, ...optional }, additionalProperties: false };
}

function orNull(schema) {
  return { ...schema, type: [schema.type, 'null'] };
}

function resource(name) {
  return { $ref: `#/components/schemas/${name}` };
}
