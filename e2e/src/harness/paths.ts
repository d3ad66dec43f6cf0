import type { Manifest } from '@bizflow/config';
import { call, type Line } from './call.ts';

interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespaced: boolean;
}

/** Where objects are, by the server's own discovery. */
export function paths(to: Line) {
  const known = new Map<string, readonly Resource[]>();
  const discover = async (group: string, kind: string): Promise<Resource | undefined> => {
    const find = () =>
      known.get(group)?.find((one) => one.kind === kind && !one.name.includes('/'));
    // A kind that is not there yet may come with the next definition, so only what is found is kept.
    if (find() !== undefined) return find();
    const { status, body } = await call(to, 'GET', group);
    if (status === 200) known.set(group, JSON.parse(body).resources);
    return find();
  };
  return async ({
    apiVersion,
    kind,
    metadata,
  }: Pick<Manifest, 'apiVersion' | 'kind' | 'metadata'>) => {
    const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
    const resource = await discover(group, kind);
    if (resource === undefined)
      return { collection: group, item: undefined, everywhere: undefined };
    const space = resource.namespaced ? `/namespaces/${metadata.namespace}` : '';
    const collection = `${group}${space}/${resource.name}`;
    const everywhere = `${group}/${resource.name}`;
    return { collection, item: `${collection}/${metadata.name}`, everywhere };
  };
}
