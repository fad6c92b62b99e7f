import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const PUBLIC = 'kontor:public';

/** This route answers without a session. The closed list of such routes is in test/architecture/routes.spec.ts. */
export function Public(): CustomDecorator {
  return SetMetadata(PUBLIC, true);
}
