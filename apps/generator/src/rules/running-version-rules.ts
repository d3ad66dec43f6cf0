import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import { isDocumentation } from '@bizflow/config/assigned';
import { admittedLabels, admittedRegistries, servicesFolder } from '@bizflow/k8s-manifests';
import { type Problem, problem } from '@bizflow/kernel';
import { parse } from 'yaml';
import type { RenderedFile } from '../trees/rendered-tree.ts';

interface Container {
  readonly image?: string;
}

interface Template {
  readonly metadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly spec?: {
    readonly initContainers?: readonly Container[];
    readonly containers?: readonly Container[];
  };
}

/**
 * A Rollout that changes leaves ReplicaSets behind that make pods as it was written until now: admission
 * accepts those too. `written` gives the text of a file as it is on disk.
 */
export const runningVersionRules = (
  fleet: Fleet,
  files: readonly RenderedFile[],
  written: (path: string) => string | null,
): readonly Problem[] =>
  clusters(fleet).flatMap((cluster) => {
    const folder = `${servicesFolder(cluster)}/`;
    return files
      .filter(({ path }) => path.startsWith(folder) && /\/rollout-[^/]*$/.test(path))
      .flatMap(({ path, text }) => {
        const before = written(path);
        // What stays as it is fits its own cluster already.
        return before === null || before === text ? [] : shutOut(cluster, path, templateIn(before));
      });
  });

const shutOut = (cluster: Cluster, path: string, template: Template): readonly Problem[] => [
  ...[...admittedLabels(cluster)].flatMap(([label, values]) => {
    const value = template.metadata?.labels?.[label];
    return value === undefined || values.includes(value)
      ? []
      : [refused(cluster, path, `${label}: ${value}`, `labels['${label}']`)];
  }),
  ...[...(template.spec?.initContainers ?? []), ...(template.spec?.containers ?? [])].flatMap(
    ({ image = '' }) => {
      const [registry = ''] = image.split('/');
      const [account = ''] = registry.split('.');
      // Nothing ever ran from the registry of an example: the first real account takes its place.
      return isDocumentation(account) || admittedRegistries(cluster).includes(registry)
        ? []
        : [refused(cluster, path, registry, 'registries')];
    },
  ),
];

const refused = ({ id }: Cluster, path: string, value: string, list: string): Problem =>
  problem({
    code: 'RUNNING_SHUT_OUT',
    at: path,
    value,
    reason:
      'is a label of pods that run now, and admission would refuse new pods with it after this render',
    remedy: `add it to formerValues['${id}'].${list} in packages/config/src/clusters/former-values.ts`,
  });

// A file that was cut says nothing; the render names it as edited.
const templateIn = (text: string): Template => {
  try {
    return parse(text)?.spec?.template ?? {};
  } catch {
    return {};
  }
};
