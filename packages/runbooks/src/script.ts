import type { Condition, Runbook, Step } from './runbook.ts';
import { frame } from './script-frame.ts';
import { quoted } from './shell.ts';
import { stages } from './stages.ts';

/** A runbook as a POSIX shell script: it asks, does, checks and keeps evidence; safe to run again. */
export const script = (runbook: Runbook): string =>
  [
    '#!/bin/sh',
    `# ${runbook.title}.`,
    '# Run it from the root of this repository. Safe to run again: steps that are done are skipped. Needs the',
    '# AWS CLI 1 or 2 with credentials of the account, curl, and kubectl, Helm or Terraform where a step calls it.',
    'set -eu',
    '',
    frame(runbook),
    '',
    ...runbook.functions.flatMap((text) => [text, '']),
    ...conditionsOf(runbook).flatMap((condition) => [shellFunction(condition), '']),
    ...guard(runbook),
    ...stages(runbook.steps).flatMap((stage) => [
      '',
      'since=$(date +%s)',
      ...stage.flatMap((step) => stepLines(step, runbook.steps.indexOf(step) + 1)),
      ...stage.map(({ condition, timeoutSeconds }) => `await ${timeoutSeconds} ${condition.name}`),
    ]),
    '',
    "say 'recovered'",
    '',
  ].join('\n');

const conditionsOf = ({ sees, lost, steps }: Runbook): readonly Condition[] => [
  ...new Map(
    [sees, lost, ...steps.map(({ condition }) => condition)].map((condition) => [
      condition.name,
      condition,
    ]),
  ).values(),
];

const shellFunction = ({ name, test }: Condition): string =>
  `${name}() {\n  ${test.replaceAll('\n', '\n  ')}\n}`;

const guard = ({ title, sees, lost }: Runbook): readonly string[] => [
  `say ${quoted(title)}`,
  'if [ "$dry" = no ]; then',
  `  ${sees.name} 2>>"$log" || die ${quoted(`this machine cannot check the loss (${sees.name} is false); nothing was changed`)}`,
  '  # A run that continues an incident does not look again: its own steps have begun to end the loss.',
  `  if ! grep -q 'Z  the loss is confirmed$' "$log" 2>/dev/null; then`,
  '    # Checked twice, so that one lost packet does not start a failover.',
  '    for before in 0 "$pause"; do',
  '      sleep "$before"',
  `      ${lost.name} 2>>"$log" || die ${quoted(`${lost.name} is false; nothing was changed`)}`,
  '    done',
  '  fi',
  '  confirm',
  "  say 'the loss is confirmed'",
  'fi',
];

const stepLines = ({ title, commands, condition }: Step, number: number) => {
  const heading = `say ${quoted(`${number}. ${title}`)}`;
  if (commands.length === 0) return [heading];
  return [
    heading,
    `if [ "$dry" = no ] && ${condition.name} 2>>"$log"; then`,
    "  say '  already done'",
    'else',
    ...commands.flatMap((command) => command.split('\n').map((line) => `  ${line}`)),
    'fi',
  ];
};
