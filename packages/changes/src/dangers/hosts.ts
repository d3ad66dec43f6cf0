import type { Plan } from '@bizflow/terraform-plan';
import { inRoot } from '../at.ts';
import type { KubernetesObject } from '../difference/objects.ts';
import { changedRoots, placeOfRoot } from '../difference/resources.ts';
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

/** A name that Route 53 answered, and no longer does: who asks for it finds nothing. */
export const unresolved = rule('dangers/name-unresolved', ({ before, after }) =>
  changedRoots(before, after).flatMap(({ root, was, is }) => {
    const left = namesIn(is);
    return [...namesIn(was)]
      .filter(([name]) => !left.has(name))
      .map(([name, address]) => ({
        ...{ place: placeOfRoot(root), to: name, at: inRoot(root, address) },
        does: 'has no record in Route 53 any more',
      }));
  }),
);

/** The names of a plan's records, each with the address of one of them; what AWS will name is not known yet. */
const namesIn = (plan: Plan | undefined): ReadonlyMap<string, string> =>
  new Map(
    (plan?.resources ?? []).flatMap(({ type, address, values: { name } }) =>
      type === 'aws_route53_record' && typeof name === 'string' && !name.includes('‹')
        ? [[name, address] as const]
        : [],
    ),
  );
