import { problem } from '@bizflow/kernel';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { IVolume } from 'kubernetes-models/v1/Volume';
import { kept, versionedName } from '../versioned.ts';
import type { Found } from './objects.ts';
import { type Container, containersOf } from './pods.ts';
import { type ReleaseRule, templatesOf } from './release.ts';

/** What a pod may read beside its template, although it changes under running versions, and why. */
const explained: Readonly<Record<string, string>> = {
  Secret: 'after a rotation only the new value works, for every version (docs/decisions/0054)',
};

/** A version keeps what it was rendered with: it reads nothing that changes in place, and neither do its Jobs. */
export const versionsKeepTheirOwn: ReleaseRule = (release, objects) => {
  const { namespace, path } = release;
  const judges = templatesOf(release).flatMap(
    (name) => objects.named<IAnalysisTemplate>('AnalysisTemplate', namespace, name) ?? [],
  );
  const read = [release.pod, ...judges.flatMap(jobsOf)].flatMap((pod) => neighbours(pod?.spec));
  return [
    ...read
      .filter(({ kind }) => !(kind in explained))
      .filter((one) => !isVersionedMap(objects.named(one.kind, namespace, one.name)))
      .map(({ kind, name }) =>
        problem({
          code: 'VERSION_READS_NEIGHBOUR',
          at: `${path}#/spec/template/spec`,
          value: `${kind} ${name}`,
          reason:
            'changes in place: stable pods that start again would take values of a version that is not approved, and keep them after an abort',
          remedy:
            'write the values into the pod template, use versionedName and kept of versioned.ts, or explain the kind in version-rules.ts',
        }),
      ),
    ...judges
      .filter((judge) => !isVersioned(judge, judge.body.spec))
      .map((judge) =>
        problem({
          code: 'ANALYSIS_UNVERSIONED',
          at: `${judge.path}#/metadata`,
          value: judge.name,
          reason: 'judges a release, but can change or be deleted while the release is in progress',
          remedy: 'name it with versionedName, and annotate it with kept, both of versioned.ts',
        }),
      ),
  ];
};

const jobsOf = ({ body }: Found<IAnalysisTemplate>) =>
  (body.spec.metrics ?? []).flatMap(
    ({ provider }) => provider.job?.spec.template ?? [],
  ) as readonly {
    readonly spec?: IPodSpec;
  }[];

interface Metadata {
  readonly metadata?: { readonly annotations?: Readonly<Record<string, string>> };
}

/** Its name is that of its content, and no sync takes it away. */
const isVersioned = ({ name, body }: Found<Metadata>, content: unknown): boolean =>
  name === versionedName(name.slice(0, name.lastIndexOf('-')), content) &&
  Object.entries(kept).every(([key, value]) => body.metadata?.annotations?.[key] === value);

const isVersionedMap = (found: Found<Metadata & { readonly data?: unknown }> | undefined) =>
  found?.body.data !== undefined && isVersioned(found, found.body.data);

interface Neighbour {
  readonly kind: string;
  readonly name: string;
}

const some = (kind: string, name: string | undefined): readonly Neighbour[] =>
  name === undefined ? [] : [{ kind, name }];

/** The objects whose content a pod gets when it starts. */
const neighbours = (spec: IPodSpec | undefined): readonly Neighbour[] => [
  ...containersOf(spec).flatMap(ofContainer),
  ...(spec?.volumes ?? []).flatMap(ofVolume),
];

const ofContainer = ({ env = [], envFrom = [] }: Container): readonly Neighbour[] => [
  ...envFrom.flatMap(({ configMapRef, secretRef }) => [
    ...some('ConfigMap', configMapRef?.name),
    ...some('Secret', secretRef?.name),
  ]),
  ...env.flatMap(({ valueFrom }) => [
    ...some('ConfigMap', valueFrom?.configMapKeyRef?.name),
    ...some('Secret', valueFrom?.secretKeyRef?.name),
  ]),
];

const ofVolume = (volume: IVolume): readonly Neighbour[] => [
  ...some('ConfigMap', volume.configMap?.name),
  ...some('Secret', volume.secret?.secretName),
  ...some('PersistentVolumeClaim', volume.persistentVolumeClaim?.claimName),
  ...(volume.projected?.sources ?? []).flatMap(({ configMap, secret }) => [
    ...some('ConfigMap', configMap?.name),
    ...some('Secret', secret?.name),
  ]),
];
