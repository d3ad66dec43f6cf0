import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A root as `order.json` lists it. */
export interface Root {
  /** Its folder below `terraform/environments/`. */
  readonly root: string;
  readonly stage: string;
  readonly account: string;
  readonly region: string;
}

/** The stages in which GitHub applies roots, in the order of its workflow; a person applies `access` before them. */
export const stagesIn = (workflow: string): readonly string[] => [
  'access',
  ...[...workflow.matchAll(/^ {2}(\w+):\n {4}needs:/gm)].map(([, stage = '']) => stage),
];

/** The roots of a rendered list, in the order of the stages; what GitHub leaves to a person comes last. */
export const rootsIn = (list: string, stages: readonly string[]): readonly Root[] => {
  const { stages: listed }: { readonly stages: Readonly<Record<string, readonly Root[]>> } =
    JSON.parse(list);
  return [...new Set([...stages, ...Object.keys(listed)])].flatMap((stage) =>
    (listed[stage] ?? []).map(({ root, account, region }) => ({
      root: root.replace('terraform/environments/', ''),
      ...{ stage, account, region },
    })),
  );
};

/** The roots that a repository has, in the order in which GitHub applies them. */
export const rootsAt = (folder: string): readonly Root[] => {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return rootsIn(
    read('terraform/environments/order.json'),
    stagesIn(read('.github/workflows/terraform-apply.yml')),
  );
};

/** All that a root says, without the line that names its hash. */
export const textAt = (folder: string, root: string): string => {
  const path = join(folder, 'terraform/environments', root);
  return readdirSync(path)
    .filter((name) => name.endsWith('.tf.json'))
    .toSorted()
    .map((name) => `${name}\n${readFileSync(join(path, name), 'utf8')}`)
    .join('\n');
};

/** The two ends of a move, and the beginnings of the roots that alone are played; none for all. */
export interface Ends {
  readonly from: string;
  readonly to: string | null;
  readonly only: readonly string[];
}

/**
 * Whether a rehearsal plays a root: those at the ends of the move, and those that every region reads or that read
 * every region. All of production and of the delivery account; others stay as they are.
 */
export const isPlayed = ({ root, stage, account }: Root, { from, to, only }: Ends): boolean => {
  const isNamed = only.length === 0 || only.some((begin) => root.startsWith(begin));
  if (account === 'staging' || !isNamed) return false;
  if (['access', 'global', 'hubs', 'pipeline'].includes(stage)) return true;
  return [from, to].includes(root.split('/').at(-1) ?? '');
};
