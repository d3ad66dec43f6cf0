import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { counted } from '@bizflow/kernel';
import { catalog, type RegionId } from '@bizflow/region-catalog';
import {
  checkov,
  checkovFindings,
  checkovPassed,
  type Explained,
  type Finding,
  kubeScore,
  lintRules,
  toolsFolder,
  versions,
} from '@bizflow/terraform-checks';
import { checkCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';
import type { Tool } from '@bizflow/testing/tools';
import { describe } from '../src/describe.ts';
import { kubeScoreFindings, kubeScorePassed } from '../src/linters/kube-score.ts';
import { lintedCopy } from '../src/linters/linted.ts';

// `npm run linters`: kube-score and checkov over gitops/, against one list of explained findings.
// The tools come from Go's module proxy and from PyPI, once.
const cache = join(repository, toolsFolder);
const explained: readonly Explained[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'explained-findings.json'), 'utf8'),
);

const command = checkCommand();
const skipped: Tool[] = [];
const skip = (tool: Tool, why: string): readonly Finding[] => {
  skipped.push(tool);
  command.without(tool, 'the findings in gitops/', why);
  return [];
};

const outputOf = (command: string, args: readonly string[]): string => {
  const ended = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  // Findings make both tools exit with 1; without an answer something else went wrong.
  if (!/^[[{]/.test(ended.stdout)) throw new Error(`${basename(command)}: ${ended.stderr}`);
  return ended.stdout;
};

// One cluster at a time: the clusters' objects have the same names.
const withKubeScore = (copy: string, clusters: readonly string[]): readonly Finding[] => {
  const tool = kubeScore(cache);
  if ('why' in tool) return skip('kube-score', tool.why);
  const answers = clusters.map((cluster) => {
    const version = `v${catalog[basename(cluster) as RegionId].cluster.kubernetes}`;
    const files = lintedCopy(join(repository, 'gitops', cluster), join(copy, cluster));
    const options = ['score', '--output-format', 'json', '--kubernetes-version', version];
    return outputOf(tool.command, [...options, ...files]);
  });
  const findings = answers.flatMap(kubeScoreFindings);
  const passed = answers.reduce((sum, text) => sum + kubeScorePassed(text), 0);
  console.log(`kube-score ${versions.kubeScore}: ${passed} passed, ${findings.length} findings`);
  return findings;
};

const withCheckov = (copy: string): readonly Finding[] => {
  const tool = checkov(cache);
  if ('why' in tool) return skip('checkov', tool.why);
  lintedCopy(join(repository, 'gitops'), copy);
  const options = ['--framework', 'kubernetes', '--skip-download', '--quiet', '--compact'];
  const text = outputOf(tool.command, ['-d', copy, ...options, '--output', 'json']);
  // Only the resource: what is true in one cluster is true in all.
  const findings = checkovFindings(text).map((finding) => ({
    ...finding,
    at: finding.at.slice(finding.at.lastIndexOf(' ') + 1),
  }));
  console.log(
    `checkov ${versions.checkov}: ${checkovPassed(text)} passed, ${findings.length} findings`,
  );
  return findings;
};

mkdirSync(cache, { recursive: true });
const copy = mkdtempSync(join(tmpdir(), 'linters-'));
try {
  const clusters = globSync('*/*', { cwd: join(repository, 'gitops') }).sort();
  const findings = [...withKubeScore(copy, clusters), ...withCheckov(copy)];
  const once = [...new Map(findings.map((found) => [`${found.id} ${found.at}`, found])).values()];
  const all = lintRules(once, explained, (page) => existsSync(join(repository, page)));
  // A tool that did not run finds nothing, so nothing of its list can be stale.
  const problems = skipped.length === 0 ? all : all.filter(({ code }) => code !== 'FINDING_STALE');
  for (const line of describe(problems)) console.error(line);
  console.log(`linters: ${explained.length} explained, ${counted(problems.length, 'problem')}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true });
}
