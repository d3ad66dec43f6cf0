import { randomUUID } from 'node:crypto';
import type { Manifest } from '@bizflow/config';
import { parse } from 'yaml';
import { configsOf, data, valuesText } from '../../fleet/argo-cd-values.ts';
import type { ClusterFolder } from '../../fleet/folders.ts';
import { argoNamespace } from '../../harness/argo-cd.ts';
import { E2eError } from '../../harness/e2e-error.ts';

/** Addresses by those that are rendered. */
export type Addresses = ReadonlyMap<string, string>;

/** What the rendered values say of signing on: by them the issuer is played. */
export interface SignOn {
  readonly url: string;
  readonly issuer: string;
  readonly client: string;
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
}

/** Reads the rendered values as they are. */
export function signOnOf(folder: ClusterFolder): SignOn {
  const { cm, rbac } = configsOf(valuesText(folder));
  const oidc = parse(String(cm['oidc.config']));
  const [groupsClaim] = parse(rbac.scopes ?? '[]');
  return {
    url: String(cm.url),
    issuer: oidc.issuer,
    client: oidc.clientID,
    scopes: oidc.requestedScopes,
    groupsClaim,
  };
}

const own = { 'app.kubernetes.io/part-of': 'argocd' };

const object = (kind: string, name: string, rest: object, labels: object = own): Manifest =>
  ({
    ...{ apiVersion: 'v1', kind, metadata: { name, namespace: argoNamespace, labels } },
    ...rest,
  }) as Manifest;

/** Argo CD's ConfigMaps as its chart makes them of the rendered values, at other addresses. */
export function configMaps(folder: ClusterFolder, addresses: Addresses): readonly Manifest[] {
  const { cm, rbac, params } = configsOf(moved(valuesText(folder), addresses));
  return [
    object('ConfigMap', 'argocd-cm', { data: data(cm) }),
    object('ConfigMap', 'argocd-rbac-cm', { data: data(rbac) }),
    object('ConfigMap', 'argocd-cmd-params-cm', { data: data(params) }),
    object('Secret', 'argocd-secret', {}),
  ];
}

/** A text with other addresses; each must be in it. */
function moved(text: string, addresses: Addresses): string {
  return [...addresses].reduce((done, [from, to]) => {
    if (!done.includes(from)) throw new E2eError(`the rendered values do not name ${from}`);
    return done.replaceAll(from, to);
  }, text);
}

interface External {
  readonly target: { readonly name: string; readonly template: Template };
  readonly data: readonly { readonly secretKey: string }[];
}

interface Template {
  readonly metadata: { readonly labels: object };
}

/** The Secret that External Secrets makes of an ExternalSecret, and the value that it copied into it. */
export function copied(folder: ClusterFolder, name: string) {
  const found = folder.files.find(
    ({ body }) => body.kind === 'ExternalSecret' && body.metadata.name === name,
  );
  if (found === undefined) throw new E2eError(`no ExternalSecret is called ${name}`);
  const { target, data } = found.body.spec as unknown as External;
  const value = randomUUID();
  const entries = data.map(({ secretKey }) => [secretKey, value]);
  const rest = { stringData: Object.fromEntries(entries) };
  return { value, secret: object('Secret', target.name, rest, target.template.metadata.labels) };
}
