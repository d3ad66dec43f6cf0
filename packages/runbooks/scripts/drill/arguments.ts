import { spawnSync } from 'node:child_process';
import type { Runbook } from '../../src/runbook.ts';

/** Two commands that differ in values only are one to botocore's model. */
const shape = (text: string): string =>
  text.replaceAll(/'[^']*'|"[^"]*"/g, 'V').replaceAll(/(--[\w-]+) [^\s\\-]\S*/g, '$1 V');

/** Shell texts of all runbooks that call AWS, one of each shape, with the functions they need. */
export const awsTexts = (runbooks: readonly Runbook[]): readonly string[] => {
  const texts = runbooks.flatMap(({ steps, sees, lost, functions }) =>
    [
      ...steps.flatMap(({ commands, condition }) => [...commands, condition.test]),
      sees.test,
      lost.test,
    ].map((text) => ({ text, functions })),
  );
  const calls = texts.filter(({ text }) => /\baws \w/.test(text));
  return [...new Map(calls.map((call) => [shape(call.text), call])).values()].map(
    ({ text, functions }) => [...functions, text].join('\n'),
  );
};

// Nothing is sent: the CLI parses the arguments, validates them against botocore's model and prints what
// an answer would look like. Its own commands beside the model (kubeconfig, waiters) have no such mode.
const frame = `set -eu
incident=DRILL log=/dev/null
known() { "$DRILL_AWS" "$@" --generate-cli-skeleton output >/dev/null || true; }
aws() {
  case "$1 $2" in 'eks update-kubeconfig' | 'eks wait' | 's3 sync') return ;; esac
  known "$@"
  echo placeholder
}
run() { "$@"; }
talk() { :; }
say() { :; }
await() { :; }
answers() { return 1; }
kubectl() { return 1; }
terraform() { return 1; }
`;

// The CLI also validates its generated answer against the model, and some of those are invalid.
const refusals =
  /^.*(?:Unknown options|arguments are required|Invalid choice|Missing required parameter|Unknown parameter|Error parsing).*$/gm;

/** What AWS's own model says against a text's commands; empty where it knows them all. */
export const argumentProblems = (aws: string, text: string): string => {
  const { stderr } = spawnSync('sh', ['-c', `${frame}${text}`], {
    encoding: 'utf8',
    env: { ...process.env, DRILL_AWS: aws, AWS_DEFAULT_REGION: 'us-east-1' },
  });
  return (stderr.match(refusals) ?? []).join('\n');
};
