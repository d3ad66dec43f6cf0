import type { ChartFacts } from '@bizflow/config/charts';
import { type Problem, problem } from '@bizflow/kernel';

/** Where a version of Argo CD is written down, besides the facts that clusters are rendered from. */
export interface ArgoCdPins {
  /** The go.mod that `npm run e2e` builds it from. */
  readonly module: string;
  /** The definitions that manifests are checked with. */
  readonly definitions: readonly {
    readonly project: string;
    readonly kind: string;
    readonly url: string;
  }[];
  /** What the chart renders. */
  readonly chart: ChartFacts;
}

/** What runs, what is checked and what is built are one version; the chart brings its pods and no definitions. */
export const argoCdIsOneVersion = (
  version: string,
  { module, definitions, chart }: ArgoCdPins,
): readonly Problem[] => [
  ...['v3', 'gitops-engine/v3'].flatMap((name) =>
    other('e2e/tools/argo-cd/go.mod', builtFrom(module, name), version),
  ),
  ...definitions
    .filter(({ project }) => project === 'argo-cd')
    .flatMap(({ kind, url }) =>
      other(`apps/generator/checks/crds.json/${kind}`, checkedBy(url), version),
    ),
  ...chart.rendered.flatMap(({ objects, definitions: brought }) => [
    ...objects.flatMap(({ name, pod }) =>
      (pod?.containers ?? []).flatMap(({ image }) =>
        image.startsWith(`${repository}:`)
          ? other(`charts.lock.json/argo-cd/${name}`, image.split(':')[1], version)
          : [],
      ),
    ),
    ...brought.map(({ name }) =>
      problem({
        code: 'ARGO_CD_DEFINITION',
        at: 'charts.lock.json/argo-cd',
        value: name,
        reason: 'comes from the chart, with the version of the chart',
        remedy: 'leave `crds.install` off: the Application argo-cd-crds brings them',
      }),
    ),
  ]),
];

const repository = 'quay.io/argoproj/argocd';

const builtFrom = (module: string, name: string): string | undefined =>
  module
    .split('\n')
    .map((line) => line.trim().split(' '))
    .find(([path]) => path === `github.com/argoproj/argo-cd/${name}`)?.[1];

const checkedBy = (url: string): string | undefined =>
  /^https:\/\/raw\.githubusercontent\.com\/argoproj\/argo-cd\/([^/]+)\//.exec(url)?.[1];

const other = (at: string, found: string | undefined, version: string): readonly Problem[] =>
  found === version
    ? []
    : [
        problem({
          code: 'ARGO_CD_VERSION',
          at,
          value: found ?? 'no version',
          reason: `is not the version that runs, ${version}`,
          remedy: 'change all of them together, and the fact argoCd.version with them',
        }),
      ];
