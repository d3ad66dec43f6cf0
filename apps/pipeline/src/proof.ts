import { type Problem, problem } from '@bizflow/kernel';
import { heldAs, putTag, type Shelf } from './registry.ts';

/** The second tag of an image that has passed staging; immutable like every tag. */
export const proofOf = (tag: string): string => `proved-${tag}`;

/** Tags the image that has passed staging, so that later stages can check it. */
export async function markProved(
  shelf: Shelf,
  tag: string,
  digest: string,
): Promise<readonly Problem[]> {
  const held = await heldAs(shelf, tag);
  if (held?.digest !== digest) return [unproved(shelf, tag, held?.digest, `is not ${digest}`)];
  await putTag(shelf, held, proofOf(tag));
  return [];
}

/** Problems with the release of an image: another one passed staging under its tag, or none. */
export async function proofProblems(
  shelf: Shelf,
  tag: string,
  digest: string,
): Promise<readonly Problem[]> {
  const proved = await heldAs(shelf, proofOf(tag));
  if (proved?.digest === digest) return [];
  const reason =
    proved === undefined
      ? 'has not passed staging'
      : `passed staging, but staging now runs ${digest}`;
  return [unproved(shelf, tag, proved?.digest, reason)];
}

const unproved = ({ repository }: Shelf, tag: string, found: string | undefined, reason: string) =>
  problem({
    code: 'IMAGE_UNPROVED',
    at: `${repository}:${tag}`,
    value: found ?? 'nothing',
    reason,
    remedy: 'let the staging stage pass for this commit, then push main again',
  });
