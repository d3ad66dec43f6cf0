import { problem, unless } from '@bizflow/kernel';
import type { IAnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import type { IContainer } from 'kubernetes-models/v1/Container';
import type { IPodSpec } from 'kubernetes-models/v1/PodSpec';
import type { IVolume } from 'kubernetes-models/v1/Volume';
import { kept, versionedName } from '../versioned.ts';
import type { Release, ReleaseRule } from './release.ts';

/** What a pod may read beside its template, although it changes under running versions, and why. */
const explained: Readonly<Record<string, string>> = {
  Secret: 'after a rotation only the new value works, for every version (docs/decisions/0054)',
};

/** A version keeps what it was rendered with: it reads nothing that changes in place. */
export const versionsKeepTheirOwn: ReleaseRule = (release, objects) => [
  ...neighbours(release.pod?.spec)
    .filter(({ kind }) => !(kind in explained))
    .map(({ kind, name }) =>
      problem({
        code: 'VERSION_READS_NEIGHBOUR',
        at: `${release.path}#/spec/template/spec`,
        value: `${kind} ${name}`,
        reason:
          'changes in place: stable pods that start again would take values of a version that is not approved, and keep them after an abort',
        remedy: 'write the values into the pod template, or explain the kind in version-rules.ts',
      }),
    ),
  ...templatesOf(release).flatMap((name) => {
    const found = objects.named<IAnalysisTemplate>('AnalysisTemplate', release.namespace, name);
    if (found === undefined) return [];
    const { metadata, spec } = found.body;
    const stem = name.slice(0, name.lastIndexOf('-'));
    const isKept = Object.entries(kept).every(
      ([key, value]) => metadata?.annotations?.[key] === value,
    );
    return unless(name === versionedName(stem, spec) && isKept, {
      code: 'ANALYSIS_UNVERSIONED',
      at: `${found.path}#/metadata`,
      value: name,
      reason: 'judges a release, but can change or go while the release is in flight',
      remedy: 'name it with versionedName, and annotate it with kept, both of versioned.ts',
    });
  }),
];

const templatesOf = ({ canary, steps }: Release): readonly string[] =>
  [canary.analysis, ...steps.map(({ analysis }) => analysis)].flatMap(
    (analysis) => analysis?.templates?.map(({ templateName = '' }) => templateName) ?? [],
  );

interface Neighbour {
  readonly kind: string;
  readonly name: string;
}

const some = (kind: string, name: string | undefined): readonly Neighbour[] =>
  name === undefined ? [] : [{ kind, name }];

/** The objects whose content a pod gets when it starts. */
const neighbours = (spec: IPodSpec | undefined): readonly Neighbour[] => [
  ...[...(spec?.containers ?? []), ...(spec?.initContainers ?? [])].flatMap(ofContainer),
  ...(spec?.volumes ?? []).flatMap(ofVolume),
];

const ofContainer = ({ env = [], envFrom = [] }: IContainer): readonly Neighbour[] => [
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
