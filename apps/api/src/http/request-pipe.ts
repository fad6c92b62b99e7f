import { NotFound } from '@app/kernel';
import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';

import { invalidRequest } from './faults.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Holds every argument against the schema of its decorator, and each `:id` of a path against the form of our ids. */
@Injectable()
export class RequestPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: invalidRequest });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const isId = metadata.type === 'param' && /^(id|.*Id)$/.test(metadata.data ?? '') && !metadata.schema;
    if (isId && !(typeof value === 'string' && UUID.test(value))) {
      throw new NotFound('not_found', 'There is no such thing.'); // What cannot be an id names nothing.
    }
    return super.transform(value, metadata);
  }
}
