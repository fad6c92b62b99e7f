import { Invalid, NotFound } from '@app/kernel';
import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';

import { invalidRequest, WHOLE_BODY } from './faults.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Holds every argument against the schema of its decorator, and each `:id` of a path against the form of our ids. */
@Injectable()
export class RequestPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: invalidRequest });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const { type, data } = metadata;
    if (type === 'param' && /^(id|.*Id)$/.test(data ?? '') && !(typeof value === 'string' && UUID.test(value))) {
      throw new NotFound('not_found', 'There is no such thing.'); // What cannot be an id names nothing.
    }
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      throw error instanceof Invalid && data ? named(error, data) : error;
    }
  }
}

/** A lone `@Query('which')` has no path of its own: its fault is that of the parameter. */
function named(error: Invalid, parameter: string): Invalid {
  const faults = error.faults.map(({ field, message }) => ({
    field: field === WHOLE_BODY ? parameter : field,
    message,
  }));
  return new Invalid(error.code, `The request does not fit: ${parameter} is wrong.`, faults);
}
