import { edge, edgeCatalogRules } from '@bizflow/config/edge';
import { catalog, targetCountries } from '@bizflow/region-catalog';
import {
  edgePolicyRules,
  edgeRules,
  edgeWebAcl,
  evaluateAll,
  type Profile,
  type Verdict,
  webAclRules,
} from '@bizflow/waf-rules';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from './error.ts';
import { httpFile, type Sent } from './http-file.ts';
import { requestText } from './request-text.ts';

export interface WafCheckOptions {
  /** The request file, from the repository's root or absolute. */
  readonly request: string;
  readonly profile: Profile;
}

/** What the edge would do with each request of a file, and by which rules; writes nothing. */
export function wafCheck(
  tree: Tree,
  { request: path, profile }: WafCheckOptions,
): readonly string[] {
  const webAcl = edgeWebAcl({ edge, catalog }, { name: 'waf-check' }, profile);
  const unsound = [
    ...edgeCatalogRules(edge, catalog),
    ...edgePolicyRules(edge),
    ...webAclRules(webAcl, edge.capacity),
  ];
  const { requests, problems } = httpFile(path, requestText(tree, path));
  if (unsound.length + problems.length > 0) throw new GeneratorError([...unsound, ...problems]);
  const reasons = new Map(
    edgeRules({ edge, markets: targetCountries(catalog), profile }).map(({ name, why }) => [
      name,
      why,
    ]),
  );
  return requests.flatMap((sent) => {
    const verdicts = evaluateAll(webAcl, series(sent));
    const last = verdicts.at(-1);
    return last ? [...heading(sent), ...explained(last, reasons), ''] : [];
  });
}

const series = ({ request, times, seconds }: Sent) =>
  Array.from({ length: times }, (_, index) => ({
    ...request,
    at: (index * seconds) / Math.max(1, times - 1),
  }));

const heading = ({ request: { method, target, source }, times, seconds }: Sent) => [
  `${method} ${target}  from ${source.address} (${source.country ?? 'country unknown'})`,
  ...(source.country === null
    ? ['  rules by country saw none; write a comment before the request: # @country GB']
    : []),
  ...(times > 1 ? [`  the last of ${times} in ${seconds} s`] : []),
];

const explained = (
  { action, rule, labels, steps, unevaluated }: Verdict,
  reasons: ReadonlyMap<string, string>,
): readonly string[] => [
  ...steps.map(
    (step) => `  ${step.action.padEnd(7)} ${step.rule.padEnd(26)} ${reasons.get(step.rule) ?? ''}`,
  ),
  ...(labels.length > 0 ? [`  labels  ${labels.join(', ')}`] : []),
  `  => ${action} ${rule === 'default' ? 'by default: no rule decided' : `by ${rule}`}`,
  ...(unevaluated.length > 0
    ? [`     not evaluated here, AWS's own rules: ${unevaluated.join(', ')}`]
    : []),
];
