import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'messages', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    instance: { type: 'string' },
    messages: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    facts: { type: 'object' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
    },
  },
};

/** OpenAPI 3.1 at /api/openapi.json and a page to try it at /api. The page forgets a token when it is left. */
export const serveOpenApi = (app: NestFastifyApplication): void => {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('民生实事台账 Minsheng Ledger')
      .setDescription(
        '一件民生实事从建议到销号的全过程。The whole course of an annual livelihood project, from suggestion to closing.',
      )
      .setVersion('1')
      .addBearerAuth()
      .build(),
  );
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem as never },
  };
  SwaggerModule.setup('api', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: '民生实事台账 API',
  });
};
