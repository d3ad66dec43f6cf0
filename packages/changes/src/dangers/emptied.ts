import { isObject, valueAt } from '@bizflow/kernel';
import type { KubernetesObject } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { ofField } from '../effects-of.ts';

/**
 * A map of a custom resource that is rendered empty after its last member went: server-side apply makes `null` of it
 * under some definitions (`limits` of a NodePool), and the API server then refuses the object.
 */
export const emptied = rule('dangers/emptied', ({ objects }) =>
  objects.flatMap((one) => {
    const { after } = one;
    if (after === undefined || !isCustom(after)) return [];
    return one.fields
      .filter(
        ({ at, after: value }) =>
          value === undefined &&
          // A list of a custom resource is applied whole.
          /^\/spec\/(?!.*\/\d+(?:\/|$))/.test(at) &&
          isEmpty(valueAt(after, at.slice(0, at.lastIndexOf('/')))),
      )
      .map((field) =>
        ofField(one, field, 'leaves an empty map, which the API server may refuse as null'),
      );
  }),
);

const isEmpty = (value: unknown): boolean =>
  isObject(value) && !Array.isArray(value) && Object.keys(value).length === 0;

/** Kinds of Kubernetes itself are in groups without a dot, or of `k8s.io`. */
const isCustom = ({ apiVersion }: KubernetesObject): boolean =>
  /^[^/]+\.[^/]+\//.test(apiVersion) && !/^[^/]+\.k8s\.io\//.test(apiVersion);
