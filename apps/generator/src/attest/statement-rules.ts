import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Digests, RenderStatement } from './statement.ts';

/** A commit as Git has it: the digests of its files in the folders of the statement. */
export interface Committed {
  readonly commit: string;
  readonly digests: Digests;
}

/** The statement is about this commit, and every file of its folders is the one that was rendered. */
export function statementRules(
  { subject, predicate: { source } }: RenderStatement,
  { commit, digests }: Committed,
): readonly Problem[] {
  const { gitCommit } = source.digest;
  if (gitCommit !== commit) return [otherCommit(gitCommit, commit)];
  const attested = new Map(subject.map(({ name, digest }) => [name, digest?.sha256]));
  const paths = [...new Set([...attested.keys(), ...digests.keys()])].toSorted();
  const differing = paths.filter((path) => attested.get(path) !== digests.get(path));
  return differing.map((path) => {
    const is = digests.get(path);
    const fault = { at: path, value: is ?? 'nothing', remedy };
    if (!attested.has(path)) {
      const reason = 'is in the commit, but the attested render has no such file';
      return problem({ ...fault, code: 'RENDER_UNATTESTED', reason });
    }
    return is === undefined
      ? problem({
          ...fault,
          code: 'RENDER_MISSING',
          reason: 'is in the attested render, but not in the commit',
        })
      : problem({
          ...fault,
          code: 'RENDER_CHANGED',
          reason: `has other bytes than the attested render, whose SHA-256 is ${attested.get(path)}`,
        });
  });
}

const remedy = 'do not use this commit: find out who changed it, and render again';

const otherCommit = (attested: string, commit: string): Problem =>
  problem({
    code: 'ATTESTATION_COMMIT',
    at: commit,
    value: attested,
    reason: 'is the commit that was attested; the attestation says nothing about another commit',
    remedy: 'take the attestation of the commit that you verify',
  });

/** The committed files are the planned ones, to the byte. */
export const plannedRules = (planned: Digests, { commit, digests }: Committed) =>
  [...new Set([...planned.keys(), ...digests.keys()])].toSorted().flatMap((path) =>
    unless(planned.get(path) === digests.get(path), {
      code: 'RENDER_STALE',
      at: path,
      value: commit,
      reason: planned.has(path)
        ? 'is not what the facts of this commit render'
        : 'is not rendered from the facts of this commit',
      remedy: 'render and commit first: npx nx generate @bizflow/generator:render',
    }),
  );
