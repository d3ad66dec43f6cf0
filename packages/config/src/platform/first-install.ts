import { argoCd } from './argo-cd.ts';
import { controllers } from './controllers.ts';

/** The folder of what a person applies before Argo CD can. */
export const install = 'install';

/** One cluster's part of it: `install/<environment>/<region>`. */
export const installFolder = ({ id }: { readonly id: string }): string => `${install}/${id}`;

/** A cluster, and what kubectl calls it. */
interface Place {
  readonly id: string;
  readonly name: string;
}

/**
 * The commands that give an empty cluster its Argo CD, in order; each may be run again. They apply as Argo CD
 * does, under its name: of two owners of a field one would keep what the other gives up. Helm only renders, so
 * there is no release of it that would go stale, and nothing is written beside the files of this repository.
 */
export const firstInstall = ({ id, name }: Place): readonly string[] => {
  const apply = `kubectl --context ${name} apply --server-side --force-conflicts --field-manager ${argoCd.fieldManager}`;
  const folder = installFolder({ id });
  return [
    `${apply} --filename ${folder}/namespace.yaml`,
    `${apply} --kustomize '${kustomization}'`,
    `helm template ${release} --namespace ${argoCd.namespace} --values ${folder}/values.yaml | ${apply} --filename -`,
    `${apply} --filename gitops/${id}/bootstrap/application-root.yaml`,
  ];
};

const { repository, path } = argoCd.definitions;
const kustomization = `${repository}/${path}?ref=${argoCd.version}`;

const release = controllers
  .filter(({ name }) => name === 'argo-cd')
  .map(
    ({ name, chart }) =>
      `${name} ${chart.name} --repo ${chart.repository} --version ${chart.version}`,
  )
  .join();
