import { counted } from '@bizflow/kernel';
import type { AnsweredDuty, State } from '../answered.ts';
import type { EvidenceLine } from '../line.ts';
import { list } from './markdown.ts';
import { proofLine } from './proof-line.ts';

/** The states in words. */
const stateWords: Readonly<Record<State, string>> = {
  proved: 'shown',
  part: 'shown in part',
  open: 'open',
};

/** One duty with everything that is known of it. */
export const dutySection = (duty: AnsweredDuty): readonly string[] => [
  `### ${duty.article}: ${duty.title}`,
  '',
  `${duty.asks} Binds since ${duty.since}; [text](${duty.source}).`,
  '',
  ...list([
    `**${capital(stateWords[duty.state])}.** ${duty.says ?? duty.open ?? ''}`,
    ...(duty.state === 'part' ? [`**Open:** ${duty.open}`] : []),
    ...(duty.open === null ? [] : [`Answers for it: the team ${duty.owner}.`]),
    ...duty.proofs.map(proofLine),
  ]),
  ...details(duty),
];

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const details = ({ lines }: AnsweredDuty): readonly string[] =>
  lines.length === 0
    ? []
    : [
        '<details>',
        `<summary>${counted(lines.length, 'line')} of the rendered files</summary>`,
        '',
        ...list(lines.map(lineItem)),
        '</details>',
        '',
      ];

const lineItem = ({ says, file, place, value }: EvidenceLine): string => {
  const isPointer = place.startsWith('#');
  const link = `[\`${file}\`](../../../${file}${isPointer ? '' : `#L${place.slice(1)}`})`;
  const at = isPointer ? ` \`${place.slice(1)}\`` : `, line ${place.slice(1)}`;
  return `${says}: \`${value}\` in ${link}${at}`;
};
