import { Problem } from '@app/wire/problem';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiResponse, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

const DOCS = 'api/docs';
/** The page of Swagger's UI styles itself inline; its scripts come from files all the same. */
const DOCS_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Under these names Nest keeps what `@SerializeOptions`, `@HttpCode` and `@Post` say of a method. */
const SERIALIZED_AS = 'class_serializer:options';
const HTTP_CODE = '__httpCode__';
const HTTP_METHOD = 'method';

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
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype === 'function') describeAnswers(metatype.prototype as object);
    }
  }
  const about = new DocumentBuilder()
    .setTitle('Kontor')
    .setDescription('Every refusal is application/problem+json with a stable code.')
    .setVersion('1')
    .addCookieAuth('session')
    .addGlobalResponse({ status: 'default', description: 'A refusal', standardSchema: Problem })
    .build();
  return SwaggerModule.createDocument(app, about);
}

/** Swagger reads what a route takes from its parameters, but not what it gives from `@SerializeOptions`. */
function describeAnswers(controller: object): void {
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(controller))) {
    const method: unknown = descriptor.value;
    if (typeof method !== 'function') continue;
    const { schema } = (Reflect.getMetadata(SERIALIZED_AS, method) ?? {}) as { schema?: z.ZodType };
    if (!schema) continue;
    const made = Reflect.getMetadata(HTTP_METHOD, method) === RequestMethod.POST ? 201 : 200;
    const status = (Reflect.getMetadata(HTTP_CODE, method) as number | undefined) ?? made;
    const isArray = name === 'list' && !(schema instanceof z.ZodArray);
    ApiResponse({ status, description: '', standardSchema: schema, isArray })(controller, name, descriptor);
  }
}
