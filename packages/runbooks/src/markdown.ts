import { code } from './markdown-parts.ts';
import type { Objective, Runbook, Step } from './runbook.ts';
import { script } from './script.ts';
import { longestWait } from './stages.ts';
import { bare } from './with-commands.ts';

/** A runbook as a page: what a person reads before and while the script runs. */
export const markdown = (runbook: Runbook): string =>
  [
    `# ${runbook.title}`,
    '',
    runbook.truth,
    '',
    promise(runbook),
    '',
    '## Pre-Failover',
    '',
    ...checklist(before),
    '',
    'The script checks the same before it changes anything, and writes its log to `<incident>.log`:',
    '',
    ...code(`${runs(runbook)} --dry-run   # shows each step`, runs(runbook)),
    '',
    `It continues only if \`${runbook.sees.name}\` and \`${runbook.lost.name}\` are both true:`,
    '',
    ...code(runbook.sees.test, runbook.lost.test),
    '',
    '## Failover Execution',
    '',
    ...runbook.steps.flatMap((step, index) => stepLines(step, index + 1)),
    '## Post-Failover',
    '',
    ...checklist(after),
    ...section('## Failback', runbook.failback),
    ...section('## Decisions for the service owner', runbook.decisions),
    '',
  ].join('\n');

const runs = (runbook: Runbook): string =>
  `sh docs/runbooks/${runbook.cluster.region.id}/${scriptName(runbook)} --incident NAME`;

/** The script beside the page. */
export const scriptName = ({ loss }: Pick<Runbook, 'loss'>): string => `${loss}.sh`;

// The document's "Recovery Checklist", word by word; its middle part is the steps.
const before = [
  'Confirm primary region is unavailable (not false positive)',
  'Notify on-call team and stakeholders',
  'Document timeline and decision rationale',
];
const after = [
  'Monitor error rates and latency',
  'Verify data integrity (spot checks)',
  'Update status page',
  'Begin root cause analysis',
  'Plan failback when primary region recovers',
];

const promise = (runbook: Runbook): string => {
  const { objective } = runbook;
  if (objective === null) return 'The document sets no recovery objective for this.';
  const waits = Math.ceil(longestWait(script(runbook)) / 60);
  return `Tier **${objective.tier.name}**: ${kept(objective, waits)}`;
};

// A page prints a time only where it can be kept (rules/promise-rules.ts).
const kept = ({ tier, copy, instead }: Objective, waits: number): string => {
  if (copy === null) return `its times are not met here. ${instead ?? ''}`;
  const rpo = `RPO ${duration(tier.rpoMinutes)}`;
  const watched = ` The alarm \`${copy.alarm}\` watches it.`;
  return waits <= tier.rtoMinutes
    ? `${rpo}, RTO ${duration(tier.rtoMinutes)}, by ${copy.by}.${watched} The script waits ${duration(waits)} at most.`
    : `${rpo}, by ${copy.by}.${watched} The script may wait ${duration(waits)}, which is longer than the tier allows. ${instead ?? ''}`;
};

const duration = (minutes: number): string =>
  minutes % 60 === 0
    ? `${minutes / 60} h`
    : minutes < 120
      ? `${minutes} min`
      : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

const checklist = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => `- [ ] ${line}`);

const stepLines = (
  { title, why, commands, condition, timeoutSeconds, withNext }: Step,
  number: number,
): readonly string[] => [
  `### ${number}. ${title}`,
  '',
  `- [ ] ${why}`,
  '',
  ...(commands.length === 0 ? [] : [...code(...commands.map(bare)), '']),
  `Then \`${condition.name}\` must be true within ${timeoutSeconds} s${withNext === true ? `; begin step ${number + 1} meanwhile` : ''}:`,
  '',
  ...code(condition.test),
  '',
];

const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, '', ...lines.map((line) => `- ${line}`)];
