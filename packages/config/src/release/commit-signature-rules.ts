import { type Problem, shorten, unless } from '@bizflow/kernel';
import { type CommitKey, commitSignatures as written } from './commit-signatures.ts';

/** Each key has an id that Argo CD finds, once, and the public key beside it: a wrong one would stop every sync. */
export const commitSignatureRules = (
  signatures: Readonly<Record<string, readonly CommitKey[]>> = written,
): readonly Problem[] =>
  Object.entries(signatures).flatMap(([environment, keys]) =>
    keys.flatMap(({ id, armoured }, index) => {
      const at = `release.commitSignatures.${environment}[${index}]`;
      return [
        ...unless(/^[0-9A-F]{16}$/.test(id), {
          ...{ code: 'COMMIT_KEY_ID', at: `${at}.id`, value: id },
          reason: 'is not the id of a GPG key: 16 hexadecimal digits, in capitals',
          remedy: 'copy it from gpg --list-keys --keyid-format=long',
        }),
        ...unless(keys.findIndex((one) => one.id === id) === index, {
          ...{ code: 'COMMIT_KEY_TWICE', at: `${at}.id`, value: id },
          reason: 'is in the list already',
          remedy: 'remove one of the two',
        }),
        ...unless(
          /^-----BEGIN PGP PUBLIC KEY BLOCK-----\n[\s\S]+\n-----END PGP PUBLIC KEY BLOCK-----\n$/.test(
            armoured,
          ),
          {
            ...{ code: 'COMMIT_KEY_TEXT', at: `${at}.armoured`, value: shorten(armoured, 40) },
            reason: 'is not a public key in ASCII armour, so that Argo CD would verify nothing',
            remedy: 'copy it from gpg --armor --export, to its last line end',
          },
        ),
      ];
    }),
  );
