import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';

const NOBODY = ["'none'"];
const SELF = ["'self'"];
/** What no document of this origin needs, whatever it shows. */
const closed = { defaultSrc: NOBODY, objectSrc: NOBODY, baseUri: NOBODY, formAction: NOBODY, frameAncestors: NOBODY };

const headersWith = (directives: Readonly<Record<string, string[]>>) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false, // sent below, where the request came by TLS
    xFrameOptions: { action: 'deny' },
  });
const forAnswers = headersWith(closed);
/** Swagger UI is files of its own and style elements in its document. */
const forApiPage = headersWith({
  ...closed,
  scriptSrc: SELF,
  styleSrc: [...SELF, "'unsafe-inline'"],
  imgSrc: [...SELF, 'data:'],
  connectSrc: SELF,
});
const overTls = helmet.strictTransportSecurity({ maxAge: 2 * 365 * 86_400, includeSubDomains: true });

/** Documents of the API page. */
const API_PAGE = new Set(['/api', '/api/', '/api/index.html']);
const done = (): void => undefined;

/**
 * Sets what browsers and caches are to do with an answer: run, frame and remember nothing. An answer that may be kept
 * sets `Cache-Control` itself.
 */
export const setSecurityHeaders = (request: FastifyRequest, reply: FastifyReply): void => {
  const setHeaders = API_PAGE.has(request.routeOptions.url ?? '') ? forApiPage : forAnswers;
  setHeaders(request.raw, reply.raw, done);
  if (request.protocol === 'https') overTls(request.raw, reply.raw, done);
  reply.raw.setHeader('Cache-Control', 'no-store');
};

/** Every answer has them: those of unknown addresses and refusals as well. */
export const secureHeaders = (server: FastifyInstance): void => {
  server.addHook('onRequest', async (request, reply) => setSecurityHeaders(request, reply));
};
