import { Injectable, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { z } from 'zod';

type Schema = Parameters<StandardSchemaSerializerInterceptor['serialize']>[1];

/** Lets out what the route's schema names and nothing else. A list may be given as `z.array(View)`, or as the view of each. */
@Injectable()
export class AnswersInterceptor extends StandardSchemaSerializerInterceptor {
  override serialize(answer: object, schema: Schema): object | Promise<object> {
    if (schema instanceof z.ZodArray) return this.transformToPlain(answer, schema);
    return super.serialize(answer, schema);
  }
}
