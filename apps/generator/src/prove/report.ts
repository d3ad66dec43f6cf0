import type { Proof } from '@bizflow/proofs';
import { describe } from '../describe.ts';

/** How many counter-examples of one proof a person is shown; `--json` has all of them. */
const shown = 10;

/** Every proof with its witness or its counter-examples, for people. */
export const proofLines = (proofs: readonly Proof[]): readonly string[] => {
  const failed = proofs.filter(({ holds }) => !holds).length;
  return [
    ...proofs.flatMap((proof) => [
      `${proof.holds ? 'holds ' : 'FAILED'}  ${proof.proof}: ${proof.claim}`,
      ...(proof.holds
        ? proof.witness.map((line) => `          ${line}`)
        : counterExamples(proof.counterExamples)),
    ]),
    '',
    `prove: ${proofs.length - failed} proofs hold, ${failed} failed`,
  ];
};

const counterExamples = (problems: Parameters<typeof describe>[0]): readonly string[] => [
  ...describe(problems.slice(0, shown)),
  ...(problems.length > shown
    ? ['', `and ${problems.length - shown} more counter-examples; --json prints all`]
    : []),
  '',
];
