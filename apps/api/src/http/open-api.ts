import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

const DOCS = 'api/docs';
/** The page of Swagger's UI styles itself inline; its scripts come from files all the same. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** What the api takes and gives, from the very schemas that it validates with: `/api/openapi.json`, and a page to browse it. */
export function describeApi(app: NestFastifyApplication): void {
  SwaggerModule.setup(DOCS, app, () => describe(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Kontor API',
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request: FastifyRequest, reply: FastifyReply, _: unknown, done: () => void) => {
      if (request.url.startsWith(`/${DOCS}`)) void reply.header('content-security-policy', DOCS_POLICY);
      done();
    });
}

function describe(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('Kontor')
    .setDescription('Every refusal is application/problem+json with a stable code.')
    .setVersion('1')
    .addCookieAuth('session')
    .build();
  return SwaggerModule.createDocument(app, about);
}
