import type { KubernetesObject } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { ofObject } from '../effects-of.ts';

/** A host that an Ingress answered, and that none of the place answers any more: the load balancer refuses its requests. */
export const unanswered = rule('dangers/host-unanswered', ({ objects }) => {
  const ingresses = objects.filter(({ kind }) => kind === 'Ingress');
  return ingresses
    .filter(({ before, after }) => before !== undefined && after !== undefined)
    .flatMap((one) => {
      const answered = new Set(
        ingresses.filter(({ place }) => place === one.place).flatMap(({ after }) => hostsOf(after)),
      );
      return hostsOf(one.before)
        .filter((host) => !answered.has(host))
        .map((host) => ofObject(one, `no longer answers ${host}, and no other Ingress does`));
    });
});

const hostsOf = (ingress: KubernetesObject | undefined): readonly string[] =>
  ((ingress?.spec as IngressSpec | undefined)?.rules ?? []).flatMap(({ host }) => host ?? []);

interface IngressSpec {
  readonly rules?: readonly { readonly host?: string }[];
}
