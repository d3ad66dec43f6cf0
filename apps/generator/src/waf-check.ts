import { edge, edgeProblems } from '@bizflow/config';
import { catalog, fault } from '@bizflow/region-catalog';
import {
  edgePolicy,
  edgeRules,
  evaluateAll,
  markets,
  type Profile,
  problemsIn,
  type Verdict,
} from '@bizflow/waf-rules';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from './error.ts';
import { httpFile, type Sent } from './http-file.ts';

export interface WafCheckOptions {
  /** The request file, from the repository's root. */
  readonly request: string;
  readonly profile: Profile;
}

/** What the edge would do with each request of a file, and by which rules; writes nothing. */
export function wafCheck(
  tree: Pick<Tree, 'read'>,
  { request: path, profile }: WafCheckOptions,
): readonly string[] {
  const webAcl = edgePolicy({ edge, catalog }, { name: 'waf-check' }, profile);
  const unsound = [...edgeProblems(edge, catalog), ...problemsIn(webAcl, edge.capacity)];
  const { requests, problems } = httpFile(path, contentOf(tree, path));
  if (unsound.length + problems.length > 0) throw new GeneratorError([...unsound, ...problems]);
  const reasons = new Map(
    edgeRules({ edge, markets: markets(catalog), profile }).map(({ name, why }) => [name, why]),
  );
  return requests.flatMap((sent) => {
    const verdicts = evaluateAll(webAcl, series(sent));
    const last = verdicts.at(-1);
    return last ? [...heading(sent), ...explained(last, reasons), ''] : [];
  });
}

function contentOf(tree: Pick<Tree, 'read'>, path: string): string {
  const content = tree.read(path, 'utf8');
  if (content !== null) return content;
  const remedy = "give the path of a file, from the repository's root";
  throw new GeneratorError([fault('REQUEST_MISSING', path, 'undefined', 'does not exist', remedy)]);
}

const series = ({ request, times, seconds }: Sent) =>
  Array.from({ length: times }, (_, index) => ({
    ...request,
    at: (index * seconds) / Math.max(1, times - 1),
  }));

const heading = ({ request: { method, target, source }, times, seconds }: Sent) => [
  `${method} ${target}  from ${source.address} (${source.country ?? 'country unknown'})`,
  ...(times > 1 ? [`  the last of ${times} in ${seconds} s`] : []),
];

const explained = (
  { action, rule, labels, steps }: Verdict,
  reasons: ReadonlyMap<string, string>,
): readonly string[] => [
  ...steps.map(
    (step) => `  ${step.action.padEnd(7)} ${step.rule.padEnd(26)} ${reasons.get(step.rule) ?? ''}`,
  ),
  ...(labels.length > 0 ? [`  labels  ${labels.join(', ')}`] : []),
  `  => ${action} ${rule === 'default' ? 'by default: no rule decided' : `by ${rule}`}`,
];
