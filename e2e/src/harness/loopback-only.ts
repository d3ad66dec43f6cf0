import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { E2eError } from './e2e-error.ts';
import { cache, toolModules } from './places.ts';

const module = 'github.com/argoproj/argo-cd/v3';
const files = [
  'controller/appcontroller.go',
  'cmd/argocd-notification/commands/argocd_notification.go',
];
const everywhere = '"0.0.0.0:%d"';
const here = '"127.0.0.1:%d"';

/**
 * Argo CD's controllers of Applications and of notifications have no flag for the address of their metrics, and
 * listen on every one. Go builds them from a copy of their module that differs in that address alone; gives the
 * go.mod that says so.
 */
export function loopbackOnly(): string {
  const tool = join(toolModules, 'argo-cd');
  const [version = '', folder = ''] = go(tool, '-f', '{{.Version}} {{.Dir}}', module).split(' ');
  const copy = join(cache, 'argo-cd', `${version}-loopback`);
  if (!existsSync(copy)) copyOf(folder, copy);
  const modules = join(cache, 'argo-cd', 'go.mod');
  const text = readFileSync(join(tool, 'go.mod'), 'utf8');
  writeFileSync(modules, `${text}\nreplace ${module} => ${copy}\n`);
  copyFileSync(join(tool, 'go.sum'), join(cache, 'argo-cd', 'go.sum'));
  return modules;
}

const go = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('go', ['list', '-m', ...args], {
    cwd,
    env: { ...process.env, GOTOOLCHAIN: 'auto', GOWORK: 'off' },
    encoding: 'utf8',
  }).trim();

function copyOf(folder: string, copy: string): void {
  // Nothing of these is compiled in, and they are the most of it.
  const idle = ['docs', 'manifests', 'test'].map((name) => join(folder, name));
  // Under another name first: a run that is cut off leaves no half of it behind.
  const half = `${copy}.${process.pid}`;
  cpSync(folder, half, { recursive: true, filter: (path) => !idle.includes(path) });
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (text.split(everywhere).length !== 2) {
      throw new E2eError(`${module} ${file}: the address of the metrics is not ${everywhere}`);
    }
    chmodSync(join(half, file), 0o644);
    writeFileSync(join(half, file), text.replace(everywhere, here));
  }
  renameSync(half, copy);
}
