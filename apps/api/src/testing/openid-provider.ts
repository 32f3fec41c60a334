import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider from 'oidc-provider';

/** What the token endpoint answers. */
export interface IssuedSet {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly error?: string;
}

const CLIENT = 'the-portal';
const CALLBACK = 'https://portal.example/callback';
const SCOPE = 'openid offline_access';
/** What the portal asks tokens for; the provider turns it into the audience. */
const RESOURCE = 'urn:minsheng:ledger';

/** A private key for signing with its name, for the provider's set. */
export const signingKey = async (kid: string): Promise<JWK> => ({
  ...(await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey)),
  kid,
  alg: 'ES256',
  use: 'sig',
});

/**
 * A real OpenID provider in this process, which signs everybody in at once. Its keys can be changed while it runs, as
 * after a restart with another set; its address and what it issued stay.
 */
export class OpenIdProvider {
  private readonly server: Server;
  private provider!: Provider;
  readonly issuer: string;

  private constructor(
    server: Server,
    private readonly audience: string,
  ) {
    this.server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async open(audience: string, keys: readonly JWK[], claims: Readonly<Record<string, string>>) {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const opened = new OpenIdProvider(server, audience);
    opened.use(keys, claims);
    server.on('request', (request, response) => void opened.answer(request, response));
    return opened;
  }

  /** The first key signs from now on; all of them are published. Every access token carries the claims. */
  use(keys: readonly JWK[], claims: Readonly<Record<string, string>>): void {
    this.provider = new Provider(this.issuer, {
      jwks: { keys: [...keys] },
      clients: [
        {
          client_id: CLIENT,
          token_endpoint_auth_method: 'none',
          redirect_uris: [CALLBACK],
          grant_types: ['authorization_code', 'refresh_token'],
          id_token_signed_response_alg: 'ES256',
        },
      ],
      cookies: { keys: ['only for tests'] },
      features: {
        devInteractions: { enabled: false },
        resourceIndicators: {
          enabled: true,
          defaultResource: () => RESOURCE,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({
            scope: SCOPE,
            audience: this.audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: 600,
            jwt: { sign: { alg: 'ES256' } },
          }),
        },
      },
      findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
      extraTokenClaims: () => claims,
      ttl: { AccessToken: 600, IdToken: 600, RefreshToken: 3_600, Grant: 3_600, Session: 3_600, Interaction: 600 },
      rotateRefreshToken: true,
      issueRefreshToken: () => true,
    });
  }

  /** Signs a person in, as a browser does: authorization code with PKCE. */
  async signIn(subject: string): Promise<IssuedSet> {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: CLIENT,
      redirect_uri: CALLBACK,
      response_type: 'code',
      scope: SCOPE,
      prompt: 'consent',
      login_hint: subject,
      code_challenge_method: 'S256',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    });
    const code = await this.codeOf(`${this.issuer}/auth?${query}`);
    return this.token({ grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: verifier });
  }

  refresh(refreshToken: string): Promise<IssuedSet> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => {
      this.server.close(() => resolve());
    });
  }

  private async token(parameters: Readonly<Record<string, string>>): Promise<IssuedSet> {
    const body = new URLSearchParams({ client_id: CLIENT, ...parameters });
    return (await (await fetch(`${this.issuer}/token`, { method: 'POST', body })).json()) as IssuedSet;
  }

  /** Follows the redirects with their cookies until the provider sends the code to the client. */
  private async codeOf(start: string): Promise<string> {
    const cookies = new Map<string, string>();
    let address = new URL(start);
    while (address.href.startsWith(this.issuer)) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [name, value] = line.split(';')[0].split('=');
        cookies.set(name, value);
      }
      const next = answer.headers.get('location');
      if (!next) throw new Error(`${address.pathname} answered ${answer.status}: ${await answer.text()}`);
      address = new URL(next, address);
    }
    const code = address.searchParams.get('code');
    if (!code) throw new Error(`The provider answered ${address.search}`);
    return code;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/interaction/')) return this.provider.callback()(request, response);
    const { params, prompt, session } = await this.provider.interactionDetails(request, response);
    const accountId = String(params.login_hint);
    if (prompt.name === 'login') return this.provider.interactionFinished(request, response, { login: { accountId } });
    const grant = new this.provider.Grant({ accountId: session?.accountId ?? accountId, clientId: CLIENT });
    grant.addOIDCScope(SCOPE);
    grant.addResourceScope(RESOURCE, SCOPE);
    const consent = { grantId: await grant.save() };
    return this.provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }
}
