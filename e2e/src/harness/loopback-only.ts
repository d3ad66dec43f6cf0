import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { E2eError } from './e2e-error.ts';
import { cache, toolModules } from './places.ts';

/** A module whose programs listen on every address, and where it says so. */
interface Changed {
  readonly module: string;
  /** Folders of which nothing is compiled in, and which are the most of it. */
  readonly idle: readonly string[];
  readonly files: readonly string[];
  readonly everywhere: string;
  readonly here: string;
}

const changed = {
  // Controllers of Applications and of notifications: the address of their metrics.
  'argo-cd': {
    module: 'github.com/argoproj/argo-cd/v3',
    idle: ['docs', 'manifests', 'test'],
    files: [
      'controller/appcontroller.go',
      'cmd/argocd-notification/commands/argocd_notification.go',
    ],
    everywhere: '"0.0.0.0:%d"',
    here: '"127.0.0.1:%d"',
  },
  // What policy-controller is made of: the webhook itself, its health and its profiles.
  'policy-controller': {
    module: 'knative.dev/pkg',
    idle: [],
    files: ['webhook/webhook.go', 'injection/health_check.go', 'profiling/server.go'],
    everywhere: '":"',
    here: '"127.0.0.1:"',
  },
} as const satisfies Readonly<Record<string, Changed>>;

/** Whether the programs of a tool have no flag for an address. */
export const listensEverywhere = (tool: string): tool is keyof typeof changed =>
  Object.hasOwn(changed, tool);

/**
 * Go builds such programs from a copy of the module that differs in that address alone; gives the go.mod that says so.
 */
export function loopbackOnly(name: keyof typeof changed): string {
  const tool = join(toolModules, name);
  const { module } = changed[name];
  const [version = '', folder = ''] = go(tool, '-f', '{{.Version}} {{.Dir}}', module).split(' ');
  const copy = join(cache, name, `${version}-loopback`);
  mkdirSync(join(cache, name), { recursive: true });
  if (!existsSync(copy)) copyOf(folder, copy, changed[name]);
  const modules = join(cache, name, 'go.mod');
  const text = readFileSync(join(tool, 'go.mod'), 'utf8');
  writeFileSync(modules, `${text}\nreplace ${module} => ${copy}\n`);
  copyFileSync(join(tool, 'go.sum'), join(cache, name, 'go.sum'));
  return modules;
}

const go = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('go', ['list', '-m', ...args], {
    cwd,
    env: { ...process.env, GOTOOLCHAIN: 'auto', GOWORK: 'off' },
    encoding: 'utf8',
  }).trim();

function copyOf(
  folder: string,
  copy: string,
  { module, idle, files, everywhere, here }: Changed,
): void {
  const left = idle.map((name) => join(folder, name));
  // Under another name first: a run that is cut off leaves no half of it behind.
  const half = `${copy}.${process.pid}`;
  cpSync(folder, half, { recursive: true, filter: (path) => !left.includes(path) });
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (text.split(everywhere).length !== 2) {
      throw new E2eError(`${module} ${file}: the address is not ${everywhere}, once`);
    }
    chmodSync(join(half, file), 0o644);
    writeFileSync(join(half, file), text.replace(everywhere, here));
  }
  renameSync(half, copy);
}
