import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache, toolModules } from './places.ts';
import { Trouble } from './trouble.ts';

/** The version of Kubernetes in `tools/kubernetes/go.mod`, told to the binaries that report it. */
const kubernetesVersion = '1.35.4';

const component = 'k8s.io/component-base/version';
const [major, minor] = kubernetesVersion.split('.');

// One module each: their requirements exclude one another.
const modules: Readonly<Record<string, readonly string[]>> = {
  etcd: [],
  kubernetes: [
    `-X ${component}.gitVersion=v${kubernetesVersion}`,
    `-X ${component}.gitMajor=${major}`,
    `-X ${component}.gitMinor=${minor}`,
  ],
  kwok: [],
  'argo-rollouts': [],
};

/** The programs that the modules build. */
export type Tool =
  | 'server'
  | 'kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kwok'
  | 'rollouts-controller';

/** Where a built program is; etcd's is named `server` by its package. */
export const tool = (name: Tool): string => join(cache, 'bin', name);

/** Builds every component that is not built yet; Go's own cache makes the next time a matter of seconds. */
export async function buildTools(say: (line: string) => void): Promise<void> {
  if (spawnSync('go', ['version']).error) {
    throw new Trouble('Go is not installed: install Go 1.24 or newer from https://go.dev/dl');
  }
  mkdirSync(join(cache, 'bin'), { recursive: true });
  for (const [name, flags] of Object.entries(modules)) await build(name, flags, say);
}

async function build(name: string, flags: readonly string[], say: (line: string) => void) {
  const slow = setTimeout(() => say(`building ${name} (minutes, the first time)`), 5_000);
  const args = ['build', '-trimpath', '-ldflags', ['-s', '-w', ...flags].join(' ')];
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
    throw new Trouble(`go build of e2e/tools/${name} failed:\n${Buffer.concat(words)}`.trim());
  }
}
