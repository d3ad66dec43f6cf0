import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Pinned, so that a new rule arrives only with a change of this file. */
export const versions = {
  // renovate: datasource=github-releases depName=terraform-linters/tflint extractVersion=^v(?<version>.+)$
  tflint: '0.64.0',
  // renovate: datasource=pypi depName=checkov
  checkov: '3.3.30',
  // renovate: datasource=github-releases depName=zegl/kube-score extractVersion=^v(?<version>.+)$
  kubeScore: '1.20.0',
} as const;

/** A command that is ready to run, or the reason why it is not. */
export type Tool = { readonly command: string } | { readonly why: string };

const attempt = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string => {
  const ended = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  if (ended.error !== undefined) return `${command} does not start: ${ended.error.message}`;
  const said = ended.stderr.trim().split('\n').at(-1) ?? '';
  return ended.status === 0 ? '' : `${basename(command)} ${args[0]}: ${said}`;
};

/** A command of one version, which Go's module proxy serves as source. */
const goTool = (cache: string, name: string, version: string, module: string): Tool => {
  const bin = join(cache, `${name}-${version}`);
  const command = join(bin, name);
  if (existsSync(command)) return { command };
  const why = attempt('go', ['install', `${module}@v${version}`], { GOBIN: bin });
  return why === '' ? { command } : { why };
};

/** tflint of the pinned version. */
export const tflint = (cache: string): Tool =>
  goTool(cache, 'tflint', versions.tflint, 'github.com/terraform-linters/tflint');

/** kube-score of the pinned version. */
export const kubeScore = (cache: string): Tool =>
  goTool(cache, 'kube-score', versions.kubeScore, 'github.com/zegl/kube-score/cmd/kube-score');

/** A command of a package of PyPI in one version, in a Python environment of its own. */
export const pythonTool = (cache: string, name: string, version: string, called = name): Tool => {
  const venv = join(cache, `${name}-${version}`);
  const command = join(venv, 'bin', called);
  if (existsSync(command)) return { command };
  const why =
    attempt('python3', ['-m', 'venv', venv]) ||
    attempt(join(venv, 'bin/pip'), ['install', '--quiet', `${name}==${version}`]);
  return why === '' ? { command } : { why };
};

/** checkov of the pinned version. */
export const checkov = (cache: string): Tool => pythonTool(cache, 'checkov', versions.checkov);

/** The folder of the tools, below the root of the repository. */
export const toolsFolder = '.cache/terraform-lint';
