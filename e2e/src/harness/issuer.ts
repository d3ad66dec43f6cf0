import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { onLoopback } from '@bizflow/testing/on-loopback';
import Provider, { type Configuration } from 'oidc-provider';

/** Argo CD, as a client of the issuer. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly callback: string;
  readonly scopes: readonly string[];
  /** The claim of an ID token that lists groups. */
  readonly groupsClaim: string;
}

/** People who may sign in, and the groups that the issuer vouches for. */
export type People = Readonly<Record<string, readonly string[]>>;

/** An OpenID Connect issuer on loopback. */
export interface Issuer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Where it asks for a person's name; the answer is in `as`. */
export const questionPath = '/interaction/';

/** Starts an issuer that knows one client and these people, and wants PKCE as well as the secret. */
export async function issuer(port: number, client: Client, people: People): Promise<Issuer> {
  const address = `http://127.0.0.1:${port}`;
  const provider = new Provider(address, configuration(client, people));
  const handle = provider.callback();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', address);
    if (!url.pathname.startsWith(questionPath)) return handle(request, response);
    const login = { accountId: url.searchParams.get('as') ?? '' };
    await provider.interactionFinished(request, response, { login });
  });
  return { address, stop: (await onLoopback(server, port)).stop };
}

const hour = 3600;

const configuration = (client: Client, people: People): Configuration => ({
  clients: [
    {
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: [client.callback],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  scopes: [...client.scopes],
  claims: { openid: ['sub', client.groupsClaim], email: ['email'] },
  // As a user pool does, so that an ID token alone has name and groups.
  conformIdTokenClaims: false,
  findAccount: (_, id) => {
    const groups = people[id];
    if (groups === undefined) return undefined;
    const claims = { sub: id, email: `${id}@example.com`, [client.groupsClaim]: groups };
    return { accountId: id, claims: () => claims };
  },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `${questionPath}${uid}` },
  // No question whether Argo CD may know the name.
  loadExistingGrant: async ({ oidc }) => {
    const accountId = oidc.session?.accountId;
    if (accountId === undefined) return undefined;
    const grant = new oidc.provider.Grant({ clientId: client.id, accountId });
    grant.addOIDCScope(client.scopes.join(' '));
    await grant.save();
    return grant;
  },
  cookies: { keys: [randomUUID()] },
  jwks: { keys: [signingKey()] },
  pkce: { required: () => true },
  ttl: { AccessToken: hour, Grant: hour, IdToken: hour, Interaction: hour, Session: hour },
});

const signingKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
};
