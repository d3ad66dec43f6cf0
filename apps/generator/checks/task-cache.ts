import {
  appendFileSync,
  chmodSync,
  globSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { counted } from '@bizflow/kernel';
import { checkCommand } from '@bizflow/testing/check-command';
import { workspaceCopy } from '@bizflow/testing/workspace';

// `npm run task-cache`: in a copy of the workspace, one input after the other is changed, and Nx must
// run again what reads it, and nothing that does not. The scripts that the targets run do nothing there.
checkCommand();
const { root, nx, restoreFile, dispose } = workspaceCopy();
const targets = [
  ...['test', 'schemas', 'linters', 'determinism', 'prove'],
  ...['terraform-check', 'terraform-lint'],
];

interface Change {
  readonly make: () => Readonly<Record<string, string>> | undefined;
  /** Tasks that must run again, and tasks that must come from the cache. */
  readonly again: readonly string[];
  readonly cached: readonly string[];
  /** Undoes a change that a task refuses. */
  readonly undo?: () => void;
}

/** What only looks whether a tool is installed runs each time. */
const isKept = (task: string): boolean => task !== 'terraform-checks:lint-tools';

const append = (path: string) => () => appendFileSync(join(root, path), '\n') as undefined;

/** Another version of a tool, first on the path. */
const tool = (name: string) => () => {
  const folder = join(root, 'node_modules/.cache/tools');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\necho ${name} 99.0\n`);
  chmodSync(join(folder, name), 0o755);
  return { PATH: [folder, process.env.PATH].join(delimiter) };
};

const anyObject = globSync('gitops/*/*/services/**/*.yaml', { cwd: root }).toSorted()[0] ?? '';

const changes: Readonly<Record<string, Change>> = {
  'a source': {
    make: append('packages/tenant-isolation/src/index.ts'),
    again: [
      'tenant-isolation:test',
      'generator:test',
      'generator:schemas',
      'generator:determinism',
    ],
    cached: ['waf-rules:test', 'config:test', 'proofs:test', 'terraform-checks:terraform-check'],
  },
  'a test': {
    make: append('packages/config/src/images/images.test.ts'),
    again: ['config:test'],
    cached: ['waf-rules:test', 'k8s-manifests:test', 'generator:schemas', 'generator:prove'],
  },
  'a schema': {
    make: append('packages/region-catalog/catalog.schema.json'),
    again: ['region-catalog:test', 'config:test', 'generator:determinism'],
    cached: ['metrics:test'],
  },
  'the lock of images': {
    make: append('images.lock.json'),
    again: ['config:test', 'k8s-manifests:test', 'generator:determinism', 'generator:prove'],
    cached: ['metrics:test', 'region-catalog:test'],
  },
  'the lock of charts': {
    make: append('charts.lock.json'),
    again: ['config:test', 'k8s-manifests:test', 'generator:determinism'],
    cached: ['metrics:test', 'region-catalog:test'],
  },
  'the lock of packages': {
    make: append('package-lock.json'),
    again: ['metrics:test', 'generator:schemas', 'terraform-checks:terraform-check'],
    cached: [],
  },
  'a module in Terraform': {
    make: append('terraform/modules/vpc/main.tf'),
    again: [
      'proofs:test',
      'generator:prove',
      'terraform-roots:test',
      'terraform-checks:terraform-check',
      'terraform-checks:terraform-lint',
    ],
    cached: ['config:test', 'generator:schemas', 'generator:linters'],
  },
  'a rendered object': {
    make: append(anyObject),
    again: [
      ...['generator:schemas', 'generator:linters', 'generator:prove'],
      ...['proofs:test', 'generator:test'],
    ],
    cached: ['config:test', 'terraform-checks:terraform-check', 'generator:determinism'],
    // `prove` names a rendered file that differs from the facts.
    undo: () =>
      restoreFile(anyObject, `${readFileSync(join(root, anyObject), 'utf8').trimEnd()}\n`),
  },
  'a decision': {
    make: append('docs/decisions/0002-one-argo-cd-per-cluster.md'),
    again: ['generator:linters', 'terraform-checks:terraform-lint'],
    cached: ['generator:schemas', 'generator:prove', 'config:test'],
  },
  'another Terraform': {
    make: tool('terraform'),
    again: ['terraform-checks:terraform-check', 'terraform-checks:test'],
    cached: ['config:test', 'terraform-checks:terraform-lint'],
  },
  'another Go': {
    make: tool('go'),
    again: [
      'generator:schemas',
      'generator:linters',
      'terraform-checks:terraform-lint',
      'waf-rules:test',
    ],
    cached: ['config:test', 'terraform-checks:terraform-check'],
  },
  'another Python': {
    make: tool('python3'),
    again: ['generator:linters', 'terraform-checks:terraform-lint', 'generator:test'],
    cached: ['config:test', 'generator:schemas'],
  },
  'a tool that is required': {
    make: () => ({ BIZFLOW_REQUIRE: 'go' }),
    again: ['config:test', 'generator:test'],
    cached: ['generator:schemas'],
  },
};

/** The tasks that Nx ran and did not take from its cache. */
function ran(env: Readonly<Record<string, string>> = {}, isRefused = false): ReadonlySet<string> {
  const { code, out } = nx(['run-many', '--output-style=static', '-t', ...targets], { env });
  if ((code !== 0) !== isRefused) throw new Error(out);
  const tasks = [...out.matchAll(/^> nx run @bizflow\/(\S+)(.*)$/gm)];
  if (tasks.length === 0) throw new Error(out);
  return new Set(
    tasks.filter(([, , rest]) => !/cache/.test(rest ?? '')).map(([, task = '']) => task),
  );
}

function problemsOf(kind: string, { make, again, cached, undo }: Change): readonly string[] {
  const tasks = ran(make(), undo !== undefined);
  undo?.();
  console.log(`${kind.padEnd(26)} ${tasks.size} tasks run again`);
  return [
    ...again
      .filter((task) => !tasks.has(task))
      .map((task) => `${kind}: ${task} came from the cache`),
    ...cached.filter((task) => tasks.has(task)).map((task) => `${kind}: ${task} ran for nothing`),
  ];
}

// What this check is for, planted: without Terraform's files among its inputs a proof goes stale.
function firesForAMissingInput(): boolean {
  const settings = JSON.parse(readFileSync(join(root, 'nx.json'), 'utf8'));
  settings.namedInputs.terraform = [];
  restoreFile('nx.json', JSON.stringify(settings));
  ran();
  const make = append('terraform/modules/vpc/main.tf');
  return problemsOf('planted', { make, again: ['proofs:test'], cached: [] }).length === 1;
}

try {
  const idle = [
    'packages/testing/scripts/run-tests.ts',
    ...globSync('apps/*/checks/*.ts', { cwd: root }),
  ];
  for (const script of idle) restoreFile(script, '');
  console.log(`${'a first run'.padEnd(26)} ${ran().size} tasks run`);
  const kinds = Object.entries(changes);
  const again = [...ran()].filter(isKept).map((task) => `a second run: ${task} ran again`);
  const problems = [...again, ...kinds.flatMap(([kind, change]) => problemsOf(kind, change))];
  if (!firesForAMissingInput())
    problems.push('a missing input is not noticed: this check is blind');
  for (const problem of problems) console.error(problem);
  console.log(
    `task-cache: ${kinds.length} kinds of change, ${counted(problems.length, 'problem')}`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  dispose();
}
