import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';

/** A GPG key by which commits are signed. */
export interface CommitKey {
  /** 16 hexadecimal digits, as GitHub and `gpg --list-keys --keyid-format=long` show it. */
  readonly id: string;
  /** The public key, in ASCII armour. */
  readonly armoured: string;
}

/**
 * By which keys the commit that a cluster syncs must be signed; with no key, none is asked for. Off until the company names
 * its keys: those of GitHub's merges (https://github.com/web-flow.gpg) for a branch that only takes merges.
 */
export const commitSignatures: Readonly<Record<EnvironmentName, readonly CommitKey[]>> = freeze({
  production: [],
  // The pipeline pushes to staging's branch itself, and has no key.
  staging: [],
});
