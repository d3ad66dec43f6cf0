import type { Manifest } from '@bizflow/config';
import type { DefinitionFacts } from '@bizflow/config/charts';
import type { Definition } from '../harness/definitions.ts';
import { marks } from './stand-in.ts';

/** The definition itself where it is pinned, and one that takes every field where it is not. */
export function definition(facts: DefinitionFacts, pinned: readonly Definition[]): Manifest {
  const group = facts.name.slice(facts.name.indexOf('.') + 1);
  const found = pinned.find(({ kind }) => kind === `${facts.kind}.${group}`);
  const base = found?.object ?? open(facts, group);
  const { conversion: _, ...spec } = base.spec as { conversion?: object };
  return { ...base, spec: { ...spec, ...(facts.conversion && conversion(facts)) } } as Manifest;
}

const conversion = ({ conversion: service, drawn = [] }: DefinitionFacts) => ({
  conversion: {
    strategy: 'Webhook',
    webhook: {
      conversionReviewVersions: ['v1'],
      clientConfig: { service, ...(drawn.length > 0 && { caBundle: marks.authority }) },
    },
  },
});

const open = ({ name, kind, scope, versions }: DefinitionFacts, group: string): Manifest =>
  ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name, annotations: approval(group) },
    spec: {
      group,
      scope,
      names: { kind, plural: name.split('.')[0], singular: kind.toLowerCase() },
      versions: versions.map((version, index) => ({
        name: version,
        served: true,
        storage: index === 0,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
        },
      })),
    },
  }) as Manifest;

// Kubernetes guards its own groups against definitions that it has not approved.
const approval = (group: string): Readonly<Record<string, string>> =>
  /\.k(8s|ubernetes)\.io$/.test(group)
    ? { 'api-approved.kubernetes.io': 'unapproved, a stand-in' }
    : {};
