import { type GeneratorError, refusal } from '../error.ts';
import { git } from './git.ts';

/** A commit to compare with. */
export interface Base {
  /** As the person named it. */
  readonly named: string;
  readonly commit: string;
}

/**
 * The commit at which the newer side left a branch: what others have merged since then is not part of the change.
 * A head that the base came from has not left it: it is compared with the base itself, as what going back does.
 * A tag or commit works too. Throws a {@link GeneratorError} where there is none.
 */
export function baseOf(root: string, named: string, head?: string): Base {
  if (git(root, 'rev-parse', '--git-dir') === undefined) {
    throw refused(
      ['GIT_MISSING', '--base', named],
      'the folder is not a Git repository, so that there is no base',
      'run it in a clone',
    );
  }
  const base = commitNamed(root, '--base', named);
  const common = git(root, 'merge-base', '--end-of-options', head ?? 'HEAD', base.commit)?.trim();
  if (common !== undefined && head !== undefined && commitOf(root, head) === common) return base;
  if (common !== undefined) return { ...base, commit: common };
  throw isShallow(root)
    ? shallow('--base', named)
    : refused(
        ['BASE_UNRELATED', '--base', named],
        'has no commit in common with the newer side',
        'name a commit of the same history',
      );
}

/** The commit that a person names; a branch of the remote is found without its prefix. */
export function commitNamed(root: string, option: string, named: string): Base {
  for (const ref of [named, `origin/${named}`]) {
    const commit = commitOf(root, ref);
    if (commit !== undefined) return { named: ref, commit };
  }
  throw isShallow(root)
    ? shallow(option, named)
    : refused(
        ['COMMIT_UNKNOWN', option, named],
        'is not a commit of this repository',
        'name a branch, a tag or a commit, or fetch it first',
      );
}

const isShallow = (root: string): boolean =>
  git(root, 'rev-parse', '--is-shallow-repository')?.trim() === 'true';

const commitOf = (root: string, ref: string): string | undefined =>
  git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.trim();

const shallow = (option: string, named: string): GeneratorError =>
  refused(
    ['HISTORY_SHALLOW', option, named],
    'is not in this clone, which holds a part of the history only',
    'run: git fetch --unshallow; in a workflow, set fetch-depth: 0 for actions/checkout',
  );

const refused = (
  [code, at, value]: readonly [code: string, at: string, value: string],
  reason: string,
  remedy: string,
): GeneratorError => refusal({ code, at, value, reason, remedy });
