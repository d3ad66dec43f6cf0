import type { Change } from '../change.ts';
import type { ObjectChange } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { byField, comes, goes, ofObject } from '../effects-of.ts';
import { withoutHash } from '../place.ts';

const options = 'argocd.argoproj.io/sync-options';
const finalizer = 'resources-finalizer.argocd.argoproj.io';

/** What Argo CD does with an object that leaves Git: it deletes it, waits for a person, or keeps it. */
const fate = (one: ObjectChange, change: Change): keyof typeof words => {
  const annotations = one.before?.metadata.annotations;
  const said = annotations?.[options] ?? '';
  if (isOfLostFolder(one, change)) return 'keeps';
  // What is left of a hook is not pruned.
  if (annotations?.['argocd.argoproj.io/hook'] !== undefined) return 'keeps';
  if (said.includes('Prune=false')) return 'keeps';
  return said.includes('Prune=confirm') ? 'asks' : 'deletes';
};

/** An object named by its content goes when its next version comes: nothing is lost. */
const isSucceeded = ({ place, kind, name }: ObjectChange, { objects }: Change): boolean => {
  const base = withoutHash(name);
  return (
    base !== name &&
    objects.some(
      (one) =>
        comes(one) && one.place === place && one.kind === kind && one.name.startsWith(`${base}-`),
    )
  );
};

/** Kinds with which more goes than themselves, and what that is. */
const taken: Readonly<Record<string, string>> = {
  Namespace: 'all in it',
  CustomResourceDefinition: 'every object of that kind',
  WebACL: 'what it blocks',
  NodePool: 'its nodes',
  EC2NodeClass: 'its nodes',
  PersistentVolumeClaim: 'its volume',
  Ingress: 'what the load balancer sends to its service',
};

const isHeavy = ({ kind }: ObjectChange): boolean => Object.hasOwn(taken, kind);

/** A service or tenant whose whole folder goes: an Application that finds no folder deletes nothing (decision 0002). */
const isOfLostFolder = ({ path }: ObjectChange, { after }: Change): boolean => {
  const [folder] = /^gitops\/[^/]+\/[^/]+\/(?:services|tenants)\/[^/]+\//.exec(path) ?? [];
  return (
    folder !== undefined && !Object.keys(after.manifests).some((one) => one.startsWith(folder))
  );
};

const words = {
  deletes: 'is deleted by Argo CD',
  asks: 'is deleted by Argo CD once a person confirms it',
  keeps: 'leaves Git and stays in the cluster',
} as const;

/** Objects that take others along: a namespace, a definition, a web ACL, nodes, an Ingress. */
export const prunedWhole = rule('dangers/pruned-with-others', (change) =>
  change.objects
    .filter((one) => goes(one) && isHeavy(one) && fate(one, change) !== 'keeps')
    .map((one) => ofObject(one, `${words[fate(one, change)]}, with ${taken[one.kind]}`)),
);

/** Objects that Argo CD deletes. */
export const pruned = rule('dangers/pruned', (change) =>
  change.objects
    .filter((one) => goes(one) && !isHeavy(one) && fate(one, change) === 'deletes')
    .filter((one) => one.kind !== 'Application' && !isSucceeded(one, change))
    .map((one) => ofObject(one, words.deletes)),
);

/** Objects that nothing keeps up any more, and nothing deletes. */
export const orphaned = rule('dangers/orphaned', (change) =>
  change.objects
    .filter((one) => goes(one) && fate(one, change) === 'keeps' && !isSucceeded(one, change))
    .map((one) => ofObject(one, words.keeps)),
);

/** Applications whose objects go with them, and those whose objects stay. */
export const application = rule('dangers/application', ({ objects }) =>
  objects
    .filter((one) => one.kind === 'Application' && goes(one))
    .map((one) =>
      ofObject(
        one,
        one.before?.metadata.finalizers?.includes(finalizer)
          ? 'goes with everything that it brought'
          : 'goes alone, and what it brought stays',
      ),
    ),
);

/** A finalizer that comes or goes decides what a deletion takes along, and whether it ends. */
export const finalizers = rule(
  'dangers/finalizer',
  byField(/./, /^\/metadata\/finalizers/, 'has other finalizers, and so another deletion'),
);

/** What Argo CD is told to do when an object leaves Git. */
export const protection = rule(
  'dangers/prune-protection',
  byField(
    /./,
    /\/argocd\.argoproj\.io~1sync-options$/,
    'is deleted or kept otherwise when it leaves Git',
  ),
);

/** An object that moves between folders is adopted by another Application, and the first may prune it. */
export const moved = rule('dangers/moved', ({ objects }) =>
  objects.filter(comes).flatMap((one) =>
    objects
      .filter((other) => goes(other) && other.place === one.place && isNamesake(one, other))
      .map((other) => ({
        ...ofObject(one, 'moves to another namespace: the old one is deleted, and a new one made'),
        before: other.name,
        after: one.name,
      })),
  ),
);

const isNamesake = (one: ObjectChange, other: ObjectChange): boolean =>
  one.kind === other.kind &&
  one.after?.metadata.name === other.before?.metadata.name &&
  one.after?.metadata.namespace !== other.before?.metadata.namespace;
