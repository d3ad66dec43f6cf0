import { once, type Problem } from '@bizflow/kernel';
import type { ICanaryStep } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/CanaryStep';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';
import type { ClusterObjects, Found } from './objects.ts';

type Spec = NonNullable<IRollout['spec']>;

/** A Rollout, taken apart for the rules about it. */
export interface Release extends Found<IRollout> {
  readonly canary: NonNullable<NonNullable<Spec['strategy']>['canary']>;
  readonly steps: readonly ICanaryStep[];
  readonly pod: IPodTemplateSpec | undefined;
  /** The path of a part of its canary, for problems. */
  readonly at: (pointer: string) => string;
}

/** A rule about one release, among the objects of its cluster. */
export type ReleaseRule = (release: Release, objects: ClusterObjects) => readonly Problem[];

/** Every release of a cluster. */
export const releasesOf = once((objects: ClusterObjects): readonly Release[] =>
  objects.ofKind<IRollout>('Rollout').map((found) => {
    const canary = found.body.spec?.strategy?.canary ?? {};
    return {
      ...found,
      canary,
      steps: canary.steps ?? [],
      pod: found.body.spec?.template as IPodTemplateSpec | undefined,
      at: (pointer) => `${found.path}#/spec/strategy/canary/${pointer}`,
    };
  }),
);

/** The AnalysisTemplates that a release names, for all of its traffic or for one step. */
export const templatesOf = ({ canary, steps }: Release): readonly string[] =>
  [canary.analysis, ...steps.map(({ analysis }) => analysis)].flatMap(
    (analysis) => analysis?.templates?.map(({ templateName = '' }) => templateName) ?? [],
  );

/** A pause that only a person ends. */
export const isGate = ({ pause }: ICanaryStep): boolean =>
  pause !== undefined && pause.duration === undefined;
