import { edge, edgeCatalogRules } from '@bizflow/config/edge';
import { catalog, targetCountries } from '@bizflow/region-catalog';
import {
  type EdgePolicy,
  edgePolicyRules,
  edgeRules,
  edgeWebAcl,
  evaluateAll,
  type Outcome,
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
  readonly json?: boolean;
}

/** A request of the file, and what becomes of its last repetition. */
interface Checked {
  readonly sent: Sent;
  readonly verdict: Verdict;
}

/**
 * What the edge would do with each request of a file, and by which rules; writes nothing. With
 * `json`, one line for programs. A verdict of any kind is an answer; only a file or a policy that
 * cannot be judged throws.
 */
export function wafCheck(
  tree: Tree,
  options: WafCheckOptions,
  policy: EdgePolicy = edge,
): readonly string[] {
  const checked = verdicts(tree, options, policy);
  if (options.json === true) return [JSON.stringify({ verdicts: checked.map(forPrograms) })];
  const reasons = new Map(rulesOf(options, policy).map(({ name, why }) => [name, why]));
  return checked.flatMap(({ sent, verdict }) => [
    ...heading(sent),
    ...explained(verdict, reasons),
    '',
  ]);
}

const rulesOf = ({ profile }: WafCheckOptions, policy: EdgePolicy) =>
  edgeRules({ edge: policy, markets: targetCountries(catalog), profile });

function verdicts(
  tree: Tree,
  { request: path, profile }: WafCheckOptions,
  policy: EdgePolicy,
): readonly Checked[] {
  const webAcl = edgeWebAcl({ edge: policy, catalog }, { name: 'waf-check' }, profile);
  const unsound = [
    ...edgeCatalogRules(policy, catalog),
    ...edgePolicyRules(policy),
    ...webAclRules(webAcl, policy.capacity),
  ];
  const { requests, problems } = httpFile(path, requestText(tree, path));
  if (unsound.length + problems.length > 0) throw new GeneratorError([...unsound, ...problems]);
  return requests.flatMap((sent) => {
    const verdict = evaluateAll(webAcl, series(sent)).at(-1);
    return verdict ? [{ sent, verdict }] : [];
  });
}

const forPrograms = ({ sent: { request, times, seconds }, verdict }: Checked) => ({
  method: request.method,
  target: request.target,
  ...request.source,
  times,
  seconds,
  ...verdict,
});

const series = ({ request, times, seconds }: Sent) =>
  Array.from({ length: times }, (_, index) => ({
    ...request,
    at: (index * seconds) / times,
  }));

const heading = ({ request: { method, target, source }, times, seconds }: Sent) => [
  `${method} ${target}  from ${source.address} (${source.country ?? 'country unknown'})`,
  ...(source.country === null
    ? ['  rules by country saw none; write a comment before the request: # @country GB']
    : []),
  ...(times > 1 ? [`  the last of ${times} in ${seconds} s`] : []),
];

const explained = (verdict: Verdict, reasons: ReadonlyMap<string, string>): readonly string[] => [
  ...verdict.steps.map(
    (step) => `  ${step.action.padEnd(7)} ${step.rule.padEnd(26)} ${reasons.get(step.rule) ?? ''}`,
  ),
  ...(verdict.labels.length > 0 ? [`  labels  ${verdict.labels.join(', ')}`] : []),
  ...(verdict.action === 'UNDECIDED'
    ? [
        "  => UNDECIDED: AWS's own rules decide, and this command cannot ask them",
        ...verdict.open.map(
          ({ rule, could, looksAt }) =>
            `     ${rule.padEnd(26)} could ${could.join(' or ')}; looks at ${looksAt.join(', ')}`,
        ),
        `     if they find nothing: ${ended(verdict.otherwise)}`,
      ]
    : [`  => ${ended(verdict)}`]),
];

const ended = ({ action, rule }: Outcome): string =>
  `${action} ${rule === 'default' ? 'by default: no rule decided' : `by ${rule}`}`;
