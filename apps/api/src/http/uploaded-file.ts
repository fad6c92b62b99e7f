import fastifyMultipart from '@fastify/multipart';
import { FileTooLarge, LARGEST_FILE_BYTES } from '@app/files';
import { Invalid } from '@app/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

const MOST_FIELDS = 10;
const LARGEST_FIELD_BYTES = 10_000;

/** What a form of `multipart/form-data` brought: one file, and the fields before it. */
export interface Uploaded {
  readonly name: string;
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

/** Call before `init`: forms with a file are read where a route says `@UploadedFile()`, and nowhere else. */
export async function takeUploads(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyMultipart, {
    throwFileSizeLimit: false,
    limits: {
      files: 1,
      fileSize: LARGEST_FILE_BYTES,
      fields: MOST_FIELDS,
      fieldSize: LARGEST_FIELD_BYTES,
      fieldNameSize: 100,
      parts: MOST_FIELDS + 1,
      headerPairs: 20,
    },
  });
}

/** The one file of a form, its fields in front of it. Throws Invalid `file_missing` or `FileTooLarge`. */
export const UploadedFile = createParamDecorator(
  async (_: unknown, context: ExecutionContext): Promise<Uploaded> =>
    readUpload(context.switchToHttp().getRequest<FastifyRequest>()),
  [describeForm],
);

async function readUpload(request: FastifyRequest): Promise<Uploaded> {
  if (!request.isMultipart()) throw missing();
  const part = await request.file().catch(() => {
    throw malformed();
  });
  if (!part) throw missing();
  const bytes = await part.toBuffer().catch(() => {
    throw malformed();
  });
  if (part.file.truncated) throw new FileTooLarge(LARGEST_FILE_BYTES);
  const fields = Object.entries(part.fields).flatMap(([name, field]) =>
    field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string'
      ? [[name, field.value] as const]
      : [],
  );
  return { name: part.filename, bytes, fields: Object.fromEntries(fields) };
}

function missing(): Invalid {
  return Invalid.field('file', 'is required: send it as multipart/form-data', 'file_missing');
}

/** Nothing of ours takes part in reading a form: whatever fails is the sender's, or the line to them. */
function malformed(): Invalid {
  return Invalid.field('file', 'came in a form that cannot be read', 'upload_malformed');
}

function describeForm(target: object, method: string | symbol | undefined): void {
  const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
  if (method === undefined || !descriptor) return;
  ApiConsumes('multipart/form-data')(target, method, descriptor);
  ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })(target, method, descriptor);
}
