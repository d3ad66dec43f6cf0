import type { CommitKey } from '@bizflow/config/release';

/** What an AppProject asks of a commit before its files are used (Argo CD 3.5, "Git GnuPG signature verification"). */
export interface SourceIntegrity {
  readonly git: {
    readonly policies: readonly {
      readonly repos: readonly { readonly url: string }[];
      readonly gpg: { readonly mode: 'head'; readonly keys: readonly string[] };
    }[];
  };
}

/**
 * The commit at the head of our repository's branch is signed by one of the keys; nothing is asked where there is none.
 * The head alone: `strict` would ask the same of every commit of a pull request.
 */
export const signedCommits = (
  repository: string,
  keys: readonly CommitKey[],
): { readonly sourceIntegrity?: SourceIntegrity } =>
  keys.length === 0
    ? {}
    : {
        sourceIntegrity: {
          git: {
            policies: [
              {
                repos: [{ url: repository }],
                gpg: { mode: 'head', keys: keys.map(({ id }) => id) },
              },
            ],
          },
        },
      };

/** The values of Argo CD's chart that put the same keys into its keyring. */
export const keyring = (
  keys: readonly CommitKey[],
): { readonly gpg?: { readonly keys: Readonly<Record<string, string>> } } =>
  keys.length === 0
    ? {}
    : { gpg: { keys: Object.fromEntries(keys.map(({ id, armoured }) => [id, armoured])) } };
