import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { E2eError } from './e2e-error.ts';
import { listensEverywhere, loopbackOnly } from './loopback-only.ts';
import { cache, toolModules } from './places.ts';

const moduleOfKubernetes = readFileSync(join(toolModules, 'kubernetes', 'go.mod'), 'utf8');

/** The version of Kubernetes that is built, for the binaries that report it. */
const kubernetesVersion = /^\tk8s\.io\/kubernetes v(\S+)/m.exec(moduleOfKubernetes)?.[1] ?? '';

const component = 'k8s.io/component-base/version';
const [major, minor] = kubernetesVersion.split('.');

// One module each: their requirements exclude one another.
const modules = {
  etcd: [],
  kubernetes: [
    `-X ${component}.gitVersion=v${kubernetesVersion}`,
    `-X ${component}.gitMajor=${major}`,
    `-X ${component}.gitMinor=${minor}`,
  ],
  kwok: [],
  'argo-rollouts': [],
  'argo-cd': [],
  helm: [],
  collector: [],
  judge: [],
  'policy-controller': [],
  cosign: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A module of `e2e/tools/`. */
export type ToolModule = keyof typeof modules;

/** What every suite runs on. */
export const clusterTools: readonly ToolModule[] = ['etcd', 'kubernetes', 'kwok', 'argo-rollouts'];

/** The programs that the modules build. */
export type Tool =
  | 'server'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubectl'
  | 'kwok'
  | 'rollouts-controller'
  | 'cmd'
  | 'helm'
  | 'collector'
  | 'judge'
  | 'telemetry-json'
  | 'redis-server'
  | 'webhook'
  | 'cosign'
  | 'crane';

/** The folder of the built programs. */
export const tools = join(cache, 'bin');

/** Where a program is; etcd's is named `server` by its package, Argo CD's `cmd`, policy-controller's `webhook`. A collector may be another. */
export const tool = (name: Tool): string =>
  (name === 'collector' && process.env.BIZFLOW_COLLECTOR) || join(tools, name);

/** Builds these modules as far as they are not built yet; Go's own cache makes the next time a matter of seconds. */
export async function buildTools(
  wanted: readonly ToolModule[],
  say: (line: string) => void,
): Promise<void> {
  if (spawnSync('go', ['version']).error) {
    throw new E2eError('Go is not installed: install Go 1.24 or newer from https://go.dev/dl');
  }
  mkdirSync(join(cache, 'bin'), { recursive: true });
  for (const name of wanted) await build(name, modules[name], say);
}

async function build(name: ToolModule, flags: readonly string[], say: (line: string) => void) {
  const slow = setTimeout(() => say(`building ${name} (minutes, the first time)`), 5_000);
  const args = ['build', '-trimpath', '-ldflags', ['-s', '-w', ...flags].join(' ')];
  if (listensEverywhere(name)) args.push(`-modfile=${loopbackOnly(name)}`);
  const child = spawn('go', [...args, '-o', `${join(cache, 'bin')}/`, 'tool'], {
    cwd: join(toolModules, name),
    // Every program is its own module, and static: no C compiler is asked for.
    env: { ...process.env, CGO_ENABLED: '0', GOTOOLCHAIN: 'auto', GOWORK: 'off' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const words: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearTimeout(slow);
  if (code !== 0) {
    throw new E2eError(`go build of e2e/tools/${name} failed:\n${Buffer.concat(words)}`.trim());
  }
}
