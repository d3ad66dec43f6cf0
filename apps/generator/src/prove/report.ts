import { describe } from '../describe.ts';
import { notRendered } from './not-rendered.ts';
import type { Proved } from './prove.ts';

/** How many counter-examples of one proof a person is shown; `--json` has all of them. */
const shown = 10;

/** Every proof with its witness or its counter-examples, for people. */
export const proofLines = ({ proofs, differing }: Proved): readonly string[] => {
  const failed = proofs.filter(({ holds }) => !holds).length;
  return [
    ...describe(differing.length === 0 ? [] : [notRendered(differing)]),
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
