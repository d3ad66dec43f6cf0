import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { counted, problemLines } from '@bizflow/kernel';
import { checkCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';
import type { Tool } from '@bizflow/testing/tools';
import { run } from '../src/cli/run.ts';
import { copyOf, terraformEnv } from '../src/cli/terraform.ts';
import { type Explained, type Finding, lintRules } from '../src/lint/explained.ts';
import { checkovFindings, checkovPassed, tflintFindings } from '../src/lint/findings.ts';
import { checkov, tflint, toolsFolder, versions } from '../src/lint/tools.ts';

// `npm run terraform:lint`: tflint's own rules and checkov over the modules, against one list of
// explained findings. The tools come from Go's module proxy and from PyPI, once.
const cache = join(repository, toolsFolder);
const config = join(import.meta.dirname, 'tflint.hcl');
const explained: readonly Explained[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'explained-findings.json'), 'utf8'),
);

async function lintWithTflint(tree: string): Promise<readonly Finding[]> {
  const tool = tflint(cache);
  if ('why' in tool) return skip('tflint', tool.why);
  const args = ['--recursive', `--config=${config}`, '--format=json'];
  const { text } = await run(tool.command, args, { cwd: tree, env: process.env });
  const findings = tflintFindings(text.slice(text.indexOf('{')));
  console.log(`tflint ${versions.tflint}: ${findings.length} findings`);
  return findings;
}

async function lintWithCheckov(tree: string): Promise<readonly Finding[]> {
  const tool = checkov(cache);
  if ('why' in tool) return skip('checkov', tool.why);
  const args = ['-d', '.', '--framework', 'terraform'];
  const quiet = ['--skip-download', '--quiet', '--compact', '--output', 'json'];
  const env = { ...terraformEnv(), LOG_LEVEL: 'ERROR' };
  const { text } = await run(tool.command, [...args, ...quiet], { cwd: tree, env });
  const json = text.slice(text.search(/^[[{]/m));
  const findings = checkovFindings(json);
  console.log(
    `checkov ${versions.checkov}: ${checkovPassed(json)} passed, ${findings.length} findings`,
  );
  return findings;
}

const command = checkCommand();
const skipped: Tool[] = [];
function skip(tool: Tool, why: string): readonly Finding[] {
  skipped.push(tool);
  command.without(tool, 'the findings in terraform/', why);
  return [];
}

mkdirSync(cache, { recursive: true });
const copy = copyOf(join(repository, 'terraform'));
// Roots are rendered: what a linter would say of them, their source says better.
rmSync(join(copy.folder, 'environments'), { recursive: true, force: true });
try {
  const findings = [
    ...(await lintWithTflint(copy.folder)),
    ...(await lintWithCheckov(copy.folder)),
  ];
  const all = lintRules(findings, explained, (page) => existsSync(join(repository, page)));
  // A tool that did not run finds nothing, so nothing of its list can be stale.
  const problems = skipped.length === 0 ? all : all.filter(({ code }) => code !== 'FINDING_STALE');
  for (const line of problems.flatMap(problemLines)) console.error(line);
  console.log(
    `terraform:lint: ${explained.length} explained, ${counted(problems.length, 'problem')}`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  copy.remove();
}
