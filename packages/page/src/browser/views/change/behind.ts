import type { ChangedFile } from '../../../plan/changed-files.ts';
import type { ChangedFact, FoldedEffect, PlanData } from '../../../plan/plan-data.ts';

/** What leads to an effect: the rendered lines, and the facts. */
export interface Behind {
  readonly files: readonly ChangedFile[];
  readonly facts: readonly ChangedFact[];
  /** `these`: these facts are behind it. `some`: one of them is, it is not known which. `none`: the renderer changed. */
  readonly known: 'these' | 'some' | 'none';
}

/** What is known of an effect: where it is, and by their names the facts behind it. */
type Known = Pick<FoldedEffect, 'at' | 'to' | 'causes'>;

/**
 * The changed files at the place of an effect, or where nothing differs there those of the module that makes it; and
 * the changed facts that are behind it, or may be.
 */
export const behind = (
  { at, to, causes }: Known,
  { files, report }: Pick<PlanData, 'files' | 'report'>,
): Behind => {
  // `gitops/....yaml#/spec/replicas`, `terraform/environments/production/global#/module.dns.aws_route53_zone.this`.
  const [path = ''] = at.split('#');
  const own = files.filter((file) => isAt(file.path, at) || file.path.startsWith(`${path}/`));
  const modules = modulesIn(`${at} ${to}`);
  const others = files.filter((file) => modules.some((folder) => file.path.startsWith(folder)));
  return {
    files: own.length > 0 ? own : others,
    facts: report.causes.facts.filter(({ path }) => causes?.some(isPartOf(path)) ?? true),
    known: causes === undefined ? 'some' : causes.length === 0 ? 'none' : 'these',
  };
};

/** A cause is a fact, or the constant that has it. */
const isPartOf =
  (path: string) =>
  (name: string): boolean =>
    path.startsWith(name) && /^(?:$|[.[(])/.test(path.slice(name.length));

const isAt = (path: string, at: string): boolean => at.startsWith(`${path}#`);

/** The folders of the modules that an address names: `module.workload_roles`, `module.global`. */
const modulesIn = (address: string): readonly string[] =>
  [...address.matchAll(/\bmodule\.(\w+)/g)].flatMap(([, name = '']) => [
    `terraform/modules/${name.replaceAll('_', '-')}/`,
    `terraform/${name}/`,
  ]);
