import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem } from '@bizflow/kernel';
import { commitNamed } from '../change/base.ts';
import { GeneratorError } from '../error.ts';
import { digestsAt } from './digests-at.ts';
import { signedStatement, type Text } from './signed-statement.ts';
import { statementRules } from './statement-rules.ts';

/** What is verified, and by which key. */
export interface Verified {
  readonly commit: string;
  /** The file of the bundle that cosign wrote. */
  readonly attestation: string;
  /** The file of the public key. */
  readonly key: string;
}

/**
 * One line about a commit whose `gitops/` is the attested render of it. Reads the commit from Git; runs none of its code.
 * Throws a {@link GeneratorError} that names the signature, the commit or the files that differ.
 */
export function verifiedRender(
  root: string,
  { commit: named, attestation, key }: Verified,
): string {
  const { commit } = commitNamed(root, '--commit', named);
  const statement = signedStatement(fileOf('--attestation', attestation), fileOf('--key', key));
  const { folders } = statement.predicate;
  const digests = digestsAt(root, commit, folders);
  const faults = statementRules(statement, { commit, digests });
  if (faults.length > 0) throw new GeneratorError(faults, '');
  return `verified: ${digests.size} files in ${folders.join(', ')} are the render of commit ${commit}`;
}

// From where a person stands, as Nx starts a command.
const fileOf = (option: string, named: string): Text => {
  const at = resolve(process.env.INIT_CWD ?? '.', named);
  try {
    return { at: named, text: readFileSync(at, 'utf8') };
  } catch (error) {
    throw new GeneratorError(
      [
        problem({
          code: 'FILE_UNREAD',
          at: option,
          value: named,
          reason: `cannot be read: ${(error as NodeJS.ErrnoException).code}`,
          remedy: 'name a file that is there',
        }),
      ],
      '',
    );
  }
};
