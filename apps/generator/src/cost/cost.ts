import { type Fleet, fleetRules } from '@bizflow/config';
import { type CostLine, costEstimate } from '@bizflow/config/cost';
import { problem } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError } from '../plan.ts';
import { scopeRules } from '../rules/scope-rules.ts';
import { fleetAt } from './fleet-at.ts';
import { costDelta, costTable } from './table.ts';

export interface CostOptions {
  /** A commit to compare with. */
  readonly since?: string;
  /** An estimate of `--json`, to compare with. */
  readonly base?: string;
  readonly environment?: string;
  readonly region?: string;
  readonly json?: boolean;
}

/** What the fleet costs a month, or what a change of it does; writes nothing. */
export function cost(tree: Pick<Tree, 'read' | 'root'>, options: CostOptions): readonly string[] {
  const facts = factsOf(tree);
  const { environment, region } = options;
  const problems = [...fleetRules(facts), ...scopeRules(facts, { environment, region })];
  const unsound = problems.filter(isError);
  if (unsound.length > 0) throw new GeneratorError(unsound);
  const chosen = (lines: readonly CostLine[]): readonly CostLine[] => lines.filter(wanted(options));
  const now = chosen(costEstimate(facts));
  if (options.json === true) return [JSON.stringify(now)];
  const before = baseOf(tree, facts, options);
  return before === null ? costTable(now) : costDelta(chosen(before), now);
}

const wanted =
  ({ environment, region }: CostOptions) =>
  (line: CostLine): boolean =>
    (environment === undefined || line.environment === environment) &&
    (region === undefined || line.region === region);

function baseOf(
  tree: Pick<Tree, 'read' | 'root'>,
  facts: Fleet,
  { since, base }: CostOptions,
): readonly CostLine[] | null {
  // A commit from before the table was here is priced by today's.
  if (since !== undefined) return costEstimate({ ...facts, ...fleetAt(tree.root, since) });
  return base === undefined ? null : saved(base, tree.read(base, 'utf8'));
}

function saved(path: string, text: string | null): readonly CostLine[] {
  try {
    // Nx prints a banner above what is for programs.
    const lines: unknown = JSON.parse(/^\[.*/ms.exec(text ?? '')?.[0] ?? '');
    if (Array.isArray(lines) && lines.every(isLine)) return lines;
  } catch {
    // Not JSON is not an estimate either; both are answered below.
  }
  throw new GeneratorError([
    problem({
      code: 'BASE_UNREADABLE',
      at: '--base',
      value: path,
      reason: 'contains no cost estimate',
      remedy: 'save one: npx nx generate @bizflow/generator:cost --json',
    }),
  ]);
}

const isLine = (line: unknown): line is CostLine =>
  typeof line === 'object' &&
  line !== null &&
  'usd' in line &&
  Number.isFinite(line.usd) &&
  'row' in line &&
  'region' in line &&
  'environment' in line;
