import type { Condition, Runbook, Step } from './runbook.ts';
import { quoted } from './shell.ts';

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
    ...runbook.steps.flatMap((step, index) => ['', ...stepLines(step, index + 1)]),
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

const frame = ({ cluster, loss }: Runbook): string => `\
usage() {
  cat <<'TEXT'
usage: sh docs/runbooks/${cluster.region.id}/${loss}.sh --incident NAME [--dry-run] [--yes]
  --incident NAME  names the log file, NAME.log; use the same name to continue an interrupted run
  --dry-run        prints each step; changes nothing and asks no confirmation
  --yes            does not ask for confirmation
TEXT
}

incident='' dry=no sure=no
while [ $# -gt 0 ]; do
  case $1 in
    --incident) incident=\${2:-}; [ $# -lt 2 ] || shift ;;
    --dry-run) dry=yes ;;
    --yes) sure=yes ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
case $incident in
  '' | *[!A-Za-z0-9-]*)
    echo '--incident must be a name of letters, digits and dashes' >&2
    usage >&2
    exit 2
    ;;
esac
log=$incident.log
[ "$dry" = no ] || log=/dev/null
pause=\${RUNBOOK_PAUSE:-10}

# Every command names its region; this is for commands that need a default; version 1 of the CLI does not read AWS_REGION.
export AWS_DEFAULT_REGION=${cluster.region.id} AWS_PAGER=

# A dry run calls nothing.
if [ "$dry" = yes ]; then
  aws() { printf '(from AWS)'; }
fi

say() { printf '%s  %s\\n' "$(date -u +%H:%M:%SZ)" "$*" | tee -a "$log"; }
die() { say "STOPPED: $*"; exit 1; }
answers() { curl --fail --silent --show-error --max-time 10 --output /dev/null "$1" 2>>"$log"; }

run() {
  say "+ $*"
  [ "$dry" = yes ] || "$@" >>"$log" 2>&1 || die "the command failed; its output is in $log"
}

# Seconds, condition: waits until the condition holds.
await() {
  if [ "$dry" = yes ]; then
    say "  until $2, at most $1 s"
    return
  fi
  end=$(($(date +%s) + $1))
  until "$2" 2>>"$log"; do
    [ "$(date +%s)" -lt "$end" ] || die "after $1 s this was still not true: $2"
    sleep "$pause"
  done
  say "  $2"
}

confirm() {
  [ "$sure" = no ] || return 0
  printf 'Type %s to continue: ' ${quoted(cluster.region.id)}
  read -r reply
  [ "$reply" = ${quoted(cluster.region.id)} ] || die 'not confirmed; nothing was changed'
}`;

const guard = ({ title, sees, lost }: Runbook): readonly string[] => [
  `say ${quoted(title)}`,
  'if [ "$dry" = no ]; then',
  `  ${sees.name} 2>>"$log" || die ${quoted(`this machine cannot check the loss (${sees.name} is false); nothing was changed`)}`,
  '  # Looked at twice, so that one lost packet is no disaster.',
  '  for before in 0 "$pause"; do',
  '    sleep "$before"',
  `    ${lost.name} 2>>"$log" || die ${quoted(`${lost.name} is false: this is not lost; nothing was changed`)}`,
  '  done',
  '  confirm',
  'fi',
];

const stepLines = ({ title, commands, condition, patienceSeconds }: Step, number: number) => {
  const heading = `say ${quoted(`${number}. ${title}`)}`;
  const wait = `await ${patienceSeconds} ${condition.name}`;
  if (commands.length === 0) return [heading, wait];
  return [
    heading,
    `if [ "$dry" = no ] && ${condition.name} 2>>"$log"; then`,
    "  say '  already done'",
    'else',
    ...commands.flatMap((command) => command.split('\n').map((line) => `  ${line}`)),
    `  ${wait}`,
    'fi',
  ];
};
