import type { Manifest } from '@bizflow/config';
import type { KubeConfig } from '@kubernetes/client-node';
import { type Answer, call, line, type Message } from './call.ts';
import { E2eError } from './e2e-error.ts';
import { paths } from './paths.ts';

/** An object as the API server stores it: the rendered fields and all that was added to them. */
export type Live = Manifest & {
  readonly metadata: {
    readonly uid: string;
    readonly resourceVersion: string;
    readonly generation?: number;
    readonly deletionTimestamp?: string;
  };
  // biome-ignore lint/suspicious/noExplicitAny: the shapes of some forty kinds, each read where it is tested
  readonly [field: string]: any;
};

/** The API server's rejection of one object, in its own words. */
export interface Rejection {
  readonly status: number;
  readonly reason: string;
  readonly message: string;
}

/** What was stored, or why nothing was. */
export type Applied = { readonly stored: Live } | { readonly rejection: Rejection };

/** How an object is written: for good, or only tried. */
export type Mode = 'for good' | 'dry run';

/** The calls that the suites make; objects go and come as plain JSON, with every field they have. */
export interface Api {
  readonly config: KubeConfig;
  /** Server-side apply with strict field validation, as Argo CD does it: conflicts are taken. */
  apply(object: Manifest, mode?: Mode, manager?: string): Promise<Applied>;
  create(object: Manifest, mode?: Mode): Promise<Applied>;
  read(object: Pick<Manifest, 'apiVersion' | 'kind' | 'metadata'>): Promise<Live | undefined>;
  list(apiVersion: string, kind: string, namespace: string): Promise<readonly Live[]>;
  /** Those of all namespaces; none where the kind is not served. */
  all(apiVersion: string, kind: string): Promise<readonly Live[]>;
  merge(object: Manifest, patch: object, subresource?: string): Promise<Live>;
  remove(object: Manifest): Promise<void>;
}

/** An API over one API server. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one call after the other, over the same line to the server
export async function api(config: KubeConfig): Promise<Api> {
  const to = await line(config);
  const path = paths(to);
  const send = async (method: string, where: string, message: Message): Promise<Applied> => {
    const answer = await call(to, method, where, message);
    const body = JSON.parse(answer.body || '{}');
    return answer.status < 300 ? { stored: body } : { rejection: rejection(answer, body) };
  };
  const write = async (
    method: string,
    type: string,
    object: Manifest,
    mode: Mode,
    fieldManager = 'argocd-controller',
  ) => {
    const { collection, item } = await path(object);
    if (item === undefined) return { rejection: unknownKind(object) };
    const query = {
      fieldManager,
      fieldValidation: 'Strict',
      ...(method === 'PATCH' ? { force: 'true' } : {}),
      ...(mode === 'dry run' ? { dryRun: 'All' } : {}),
    };
    const where = method === 'PATCH' ? item : collection;
    return send(method, where, { query, type, body: JSON.stringify(object) });
  };
  return {
    config,
    apply: (object, mode = 'for good', manager = undefined) =>
      write('PATCH', 'application/apply-patch+yaml', object, mode, manager),
    create: (object, mode = 'for good') => write('POST', 'application/json', object, mode),
    read: async (object) => {
      const { item } = await path(object);
      const answer = item === undefined ? undefined : await send('GET', item, {});
      return answer !== undefined && 'stored' in answer ? answer.stored : undefined;
    },
    list: async (apiVersion, kind, namespace) => {
      const { collection } = await path({ apiVersion, kind, metadata: { name: '', namespace } });
      return stored(await send('GET', collection, {})).items;
    },
    all: async (apiVersion, kind) => {
      const { everywhere } = await path({ apiVersion, kind, metadata: { name: '' } });
      if (everywhere === undefined) return [];
      // The items of a list leave out what they are.
      const { items = [] } = stored(await send('GET', everywhere, {}));
      return items.map((item: Live) => ({ ...item, apiVersion, kind }));
    },
    merge: async (object, patch, subresource = '') => {
      const { item = '' } = await path(object);
      const type = 'application/merge-patch+json';
      const where = subresource === '' ? item : `${item}/${subresource}`;
      return stored(await send('PATCH', where, { type, body: JSON.stringify(patch) }));
    },
    remove: async (object) => {
      const { item = '' } = await path(object);
      await send('DELETE', item, { query: { propagationPolicy: 'Background' } });
    },
  };
}

/** The stored object; a rejection becomes the trouble it is where none was to be expected. */
export function stored(applied: Applied): Live {
  if ('stored' in applied) return applied.stored;
  throw new E2eError(`${applied.rejection.reason}: ${applied.rejection.message}`);
}

const rejection = ({ status }: Answer, body: Partial<Rejection>): Rejection => ({
  status,
  reason: body.reason ?? 'Unknown',
  message: body.message ?? '',
});

const unknownKind = ({ apiVersion, kind }: Manifest): Rejection => ({
  status: 404,
  reason: 'NoKindMatch',
  message: `no matches for kind "${kind}" in version "${apiVersion}": its definition is missing`,
});
