import type { Manifest } from '@bizflow/config';
import { builtInKinds, controllers } from '@bizflow/config/platform';
import { type Api, type Applied, stored } from '../harness/api.ts';
import { type Definition, define, served } from '../harness/definitions.ts';
import type { Step } from './waves.ts';

/** What became of one object of a cluster's folder. */
export interface Installed {
  readonly path: string;
  readonly object: Manifest;
  readonly applied: Applied;
}

/** What must exist before the root Application: Argo CD, which a person installs, and what EKS brings. */
export async function prelude(api: Api, all: readonly Definition[]): Promise<void> {
  await install(api, all, controllerOf('argo-cd').serves);
  await define(
    api,
    all.filter(({ kind }) => builtInKinds.some((one) => one === kind)),
  );
  await namespace(api, 'argocd', {});
}

/** Plays Argo CD: takes each step in turn, and goes on after a rejection. */
export async function play(
  api: Api,
  all: readonly Definition[],
  plan: readonly Step[],
  change: (object: Manifest) => Manifest = (object) => object,
): Promise<readonly Installed[]> {
  const installed: Installed[] = [];
  for (const step of plan) {
    if (step.does === 'install') await installChart(api, all, step);
    else {
      const object = change(step.file.body);
      installed.push({ path: step.file.path, object, applied: await api.apply(object) });
      if (object.kind === 'CustomResourceDefinition') await served(api, object);
    }
  }
  return installed;
}

// Of a chart, what others need: its definitions, and its namespace with the labels that Argo CD sets.
async function installChart(
  api: Api,
  all: readonly Definition[],
  { chart, application }: Extract<Step, { does: 'install' }>,
): Promise<void> {
  await install(api, all, controllers.find((one) => one.chart.name === chart)?.serves ?? []);
  const { destination, syncPolicy } = application.spec as ApplicationSpec;
  if (syncPolicy.syncOptions.includes('CreateNamespace=true')) {
    await namespace(api, destination.namespace, syncPolicy.managedNamespaceMetadata?.labels ?? {});
  }
}

interface ApplicationSpec {
  readonly destination: { readonly namespace: string };
  readonly syncPolicy: {
    readonly syncOptions: readonly string[];
    readonly managedNamespaceMetadata?: { readonly labels: Readonly<Record<string, string>> };
  };
}

const controllerOf = (name: string) => {
  const found = controllers.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no controller is called ${name}`);
  return found;
};

function install(api: Api, all: readonly Definition[], kinds: readonly string[]): Promise<void> {
  const projects = all.filter(({ kind }) => kinds.includes(kind)).map(({ project }) => project);
  return define(
    api,
    all.filter(({ project }) => projects.includes(project)),
  );
}

const namespace = async (api: Api, name: string, labels: Readonly<Record<string, string>>) =>
  stored(await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }));
