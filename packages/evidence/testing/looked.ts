import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { homesOf, type Proof, proofNames, transfersIn } from '@bizflow/proofs';
import { own } from '@bizflow/proofs/testing';
import { repository } from '@bizflow/testing/repository';
import type { Looked } from '../src/looked.ts';

const files = globSync(
  ['facts/**/*.json', 'gitops/**/*.yaml', 'terraform/{modules,environments}/**/*.{tf,tf.json}'],
  { cwd: repository, exclude: ['**/.terraform/**'] },
);

/** This repository's rendered files and facts. */
export const looked: Looked = {
  fleet: committed,
  transfers: transfersIn(own),
  homes: homesOf(own).filter(({ environment }) => environment === 'production'),
  texts: Object.fromEntries(
    files.map((file) => [file, readFileSync(join(repository, file), 'utf8')]),
  ),
};

/** Results of every proof; the named ones fail. The proofs' own tests show that they hold. */
export const results = (...failing: readonly string[]): readonly Proof[] =>
  proofNames.map((proof) =>
    failing.includes(proof)
      ? { proof, claim: `the claim of ${proof}`, holds: false, counterExamples: [] }
      : { proof, claim: `the claim of ${proof}`, holds: true, witness: ['something'] },
  );
