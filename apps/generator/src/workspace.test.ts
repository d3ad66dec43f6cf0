import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { clusters } from '@bizflow/config';
import { foundations } from '@bizflow/config/foundation';
import { clusterIn, committed, followed, loner } from '@bizflow/config/testing';
import { sharedWorkspace } from '@bizflow/testing/shared-workspace';
import { snapshot } from '@bizflow/testing/snapshot';
import type { Workspace } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newRegionIn, newServiceIn } from './testing/newcomers.ts';

const render = ['generate', '@bizflow/generator:render'];
/** What lists every region of production, and so changes when one comes: CONTRIBUTING names each. */
const sharedLists = [
  /^gitops\/[^/]+\/[^/]+\/platform\/waf\/webacl-/,
  /^terraform\/environments\/production\/global\/global\.tf\.json$/,
  /^terraform\/environments\/order\.json$/,
  /^terraform\/environments\/production\/(delivery\/)?access\/github-access\.tf\.json$/,
  /^terraform\/environments\/production\/delivery\/[^/]+\/delivery\.tf\.json$/,
  new RegExp(
    `^terraform/environments/production/${foundations.production.hub}/observability\\.tf\\.json$`,
  ),
  /^docs\/runbooks\/(README|answers|releases)\.md$/,
  /^facts\/(assigned|promotions)\.json$/,
  /^clients\/(go\/data\.go|python\/.+\/data\.py|terraform\/outputs\.tf\.json)$/,
];
/** Every folder that a render writes to. */
const renderedFolders = [
  'clients',
  'facts',
  'gitops',
  'install',
  'terraform/environments',
  'docs/runbooks',
];
const sheet = `packages/region-catalog/src/regions/${loner.id}.ts`;
const api = `gitops/production/${loner.id}/services/api`;
const rollout = `${api}/rollout-api.yaml`;
const canary = 'packages/config/src/release/canary.ts';
const inStaging = `gitops/staging/${clusterIn('staging').region.id}/services/api`;

let workspace: Workspace;
let gitops: Readonly<Record<string, string>>;
let pristine: Readonly<Record<string, string>>;
let sources: Readonly<Record<string, string>>;

const at = (path: string): string => join(workspace.root, path);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const edit = (path: string, change: (text: string) => string): void =>
  writeFileSync(at(path), change(read(path)));
const rendered = () => snapshot(workspace.root, 'gitops');
const allRendered = (): Readonly<Record<string, string>> =>
  Object.assign({}, ...renderedFolders.map((folder) => snapshot(workspace.root, folder)));

/** Runs `nx`, which must exit with 0; otherwise its whole output is shown. */
const succeeds = async (args: readonly string[]): Promise<string> => {
  const { code, out } = await workspace.hosted(args);
  expect(code, out).toBe(0);
  return out;
};

/** The line of JSON among what a command printed. */
const jsonIn = (out: string) =>
  JSON.parse(out.split('\n').find((text) => text.startsWith('{')) ?? '');

/** While something runs, a link to a file with this text replaces another file. */
async function withLinkAt(path: string, text: string, use: () => Promise<void>): Promise<void> {
  writeFileSync(at('elsewhere.yaml'), text);
  rmSync(at(path));
  symlinkSync(at('elsewhere.yaml'), at(path));
  try {
    await use();
  } finally {
    // Else what restores the file would write through the link.
    rmSync(at(path));
    rmSync(at('elsewhere.yaml'));
  }
}

/** Puts every file that a test touched back as it was. */
function restore(): void {
  const wanted = { ...pristine, ...sources };
  for (const folder of [...renderedFolders, 'packages/region-catalog/src', 'packages/config/src']) {
    for (const path of Object.keys(snapshot(workspace.root, folder))) {
      if (!(path in wanted)) rmSync(at(path));
    }
  }
  for (const [path, text] of Object.entries(wanted)) {
    if (!existsSync(at(path)) || read(path) !== text) {
      workspace.restoreFile(path, text);
    }
  }
}

beforeAll(() => {
  workspace = sharedWorkspace();
  gitops = rendered();
  pristine = allRendered();
  sources = {
    ...snapshot(workspace.root, 'packages/region-catalog/src'),
    ...snapshot(workspace.root, 'packages/config/src'),
    'images.lock.json': read('images.lock.json'),
  };
});
beforeEach(restore);
afterAll(() => workspace.dispose());

describe('render', () => {
  it('finds the committed gitops/ exactly as it would write it', async () => {
    const { code, out } = workspace.nx(render);
    expect(code, out).toBe(0);
    expect(out).toMatch(/render: 0 written, \d+ unchanged, 0 removed in [\d.]+ s/);
    expect(rendered()).toEqual(gitops);
    // Most tests below run in one process for all: it says what a process of its own says.
    const lines = (text: string) =>
      text
        .replace(/ in [\d.]+ s/, '')
        .split('\n')
        .toSorted();
    expect(lines(await succeeds(render))).toEqual(lines(out));
  });

  it('writes the same bytes under another time zone, language, folder and sort setting', async () => {
    rmSync(at('gitops'), { recursive: true });
    const { code } = workspace.nx(render, {
      cwd: at('packages'),
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', CDK8S_DISABLE_SORT: '1' },
    });
    expect(code).toBe(0);
    expect(rendered()).toEqual(gitops);
  });

  it('changes nothing when asked only to show', async () => {
    rmSync(at(rollout));
    const out = await succeeds([...render, '--dry-run']);
    expect(out).toMatch(/^render: \d+ written, \d+ unchanged, \d+ removed in .* \(dry run\)$/m);
    expect(out).toContain(`CREATE ${rollout}`);
    expect(existsSync(at(rollout))).toBe(false);
  });

  it('refuses example values when it is strict, and writes nothing', async () => {
    edit('images.lock.json', (text) => text.replaceAll('"placeholder": false', '"example": true'));
    rmSync(at(rollout));
    const { code, out } = await workspace.hosted([...render, '--strict']);
    expect(code).toBe(1);
    expect(out).toMatch(/PLACEHOLDER_VALUE {2}images\.lock\.json/);
    expect(existsSync(at(rollout))).toBe(false);
  });

  it('says all that is wrong with the facts at once, without a stack trace, and writes nothing', async () => {
    edit(sheet, (text) =>
      text
        .replace(/vpc: '[^']+'/, `vpc: '${followed.network.vpc}'`)
        .replace('serves: [', `serves: ['${followed.serves[0]}', `),
    );
    const { code, out } = await workspace.hosted(render);
    expect(code).toBe(1);
    expect(out).toContain(`CIDR_OVERLAP  ${loner.id}.network.vpc = ${followed.network.vpc}`);
    expect(out).toContain('COUNTRY_SERVED_TWICE');
    expect(out).not.toMatch(/^\s+at .*\.ts/m);
    expect(rendered()).toEqual(gitops);
  });

  it('says what is wrong with the lock together with every other fact', async () => {
    edit(sheet, (text) => text.replace(/backupDays: \d+/, 'backupDays: 0'));
    edit('images.lock.json', (text) => text.replace('"tag"', '"tga"'));
    const { code, out } = await workspace.hosted(render);
    expect(code).toBe(1);
    expect(out).toContain('LOCK_INVALID  images.lock.json/images/production/');
    expect(out).toContain('backupDays = 0');
    expect(rendered()).toEqual(gitops);
  });

  it('says the same as one line of JSON', async () => {
    edit(sheet, (text) => text.replace(/backupDays: \d+/, 'backupDays: 0'));
    const { code, out } = await workspace.hosted([...render, '--json']);
    expect(code).toBe(1);
    expect(jsonIn(out).problems[0]).toMatchObject({
      severity: 'error',
      at: expect.stringContaining('backupDays'),
      value: '0',
    });
  });

  it.each([
    ['a syntax error', (text: string) => `${text}oops {`, 'SOURCE_INVALID'],
    [
      'an import of a file that is missing',
      (text: string) =>
        text.replace("'../region.ts'", "'../regoin.ts'").replace('import type', 'import'),
      'SOURCE_INVALID  packages/region-catalog/src/regions/',
    ],
    ['a missing fact', (text: string) => text.replace(/ {2}country: .*\n/, ''), 'FACT_MISSING'],
    ['an unknown fact', (text: string) => text.replace('  name: ', '  nam: '), 'FACT_UNKNOWN'],
  ])(
    'names the file or fact of %s that the compiler would have refused',
    async (_, change, wanted) => {
      edit(sheet, change);
      // What no bundle can be made of is loaded as sources, and a process loads a source only once.
      const isLoaded = wanted.startsWith('SOURCE_INVALID');
      const { code, out } = isLoaded ? workspace.nx(render) : await workspace.hosted(render);
      expect(code).toBe(1);
      expect(out).toContain(wanted);
      expect(out).toContain(loner.id);
      expect(rendered()).toEqual(gitops);
    },
  );

  it.each([
    ['reaches', "'database'", "'databse'", { code: 'FACT_WORD' }],
    [
      'resources',
      / {2}resources: .*\n/,
      '',
      { code: 'FACT_MISSING', at: expect.stringContaining('services[0].resources') },
    ],
  ])(
    'reports a mistake in the %s of a service like any other problem, as JSON too',
    async (_, fact, slip, wanted) => {
      edit('packages/config/src/services/api.ts', (text) => text.replace(fact, slip));
      const { code, out } = await workspace.hosted([...render, '--json']);
      expect(code).toBe(1);
      expect(jsonIn(out).problems).toContainEqual(expect.objectContaining(wanted));
      expect(rendered()).toEqual(gitops);
    },
  );

  it('follows no symbolic link, even to a file with the right bytes', async () => {
    await withLinkAt(rollout, read(rollout), async () => {
      for (const command of [render, ['sync:check']]) {
        const { code, out } = await workspace.hosted(command);
        expect(code).toBe(1);
        expect(out).toContain(`PATH_IS_LINK  ${rollout}`);
      }
    });
  });

  it('names a link once, together with an unmanaged file', async () => {
    writeFileSync(at('gitops/notes.txt'), 'mine');
    await withLinkAt(rollout, 'mine', async () => {
      for (const command of [render, ['sync:check']]) {
        const { code, out } = await workspace.hosted(command);
        expect(code).toBe(1);
        expect(out).toContain(`PATH_IS_LINK  ${rollout}`);
        expect(out).toContain('FILE_UNMANAGED  gitops/notes.txt');
        expect(out).not.toContain(`FILE_UNMANAGED  ${rollout}`);
      }
    });
  });

  it('prints its line of JSON for a dry run too', async () => {
    rmSync(at(rollout));
    const out = await succeeds([...render, '--dry-run', '--json']);
    expect(jsonIn(out)).toMatchObject({ missing: [rollout], warnings: expect.any(Array) });
  });

  it('keeps an unmanaged and an edited file, names both, and writes nothing else', async () => {
    writeFileSync(at('gitops/notes.txt'), 'mine');
    edit(rollout, (text) => text.replace(/minReadySeconds: \d+/, 'minReadySeconds: 1'));
    rmSync(at(`${api}/ingress-api.yaml`));
    const before = rendered();
    const { code, out } = await workspace.hosted(render);
    expect(code).toBe(1);
    expect(out).toContain('FILE_UNMANAGED  gitops/notes.txt');
    expect(out).toContain(`FILE_EDITED  ${rollout}`);
    expect(rendered()).toEqual(before);
  });

  it('names a read-only folder, together with an unmanaged file, and writes nothing', async () => {
    writeFileSync(at('gitops/notes.txt'), 'mine');
    const folder = at(api);
    rmSync(join(folder, 'rollout-api.yaml'));
    rmSync(at(`${inStaging}/rollout-api.yaml`));
    const before = rendered();
    const unprivileged = process.getuid?.() === 0 ? 65534 : undefined;
    if (unprivileged !== undefined) giveTo(workspace.root, unprivileged);
    chmodSync(folder, 0o555);
    const home = { HOME: workspace.root };
    const { code, out } = workspace.nx(
      render,
      unprivileged === undefined ? { env: home } : { uid: unprivileged, env: home },
    );
    chmodSync(folder, 0o755);
    // On failure, the whole output is shown with the missing part.
    expect([code, out]).toEqual([1, expect.stringContaining(`PATH_READ_ONLY  ${api}`)]);
    expect(out).toContain('FILE_UNMANAGED  gitops/notes.txt');
    expect(rendered()).toEqual(before);
  });

  /** Replaces every file of one service's folder, on a disk that misbehaves. */
  const renderOn = (disk: Readonly<Record<string, string>>) => {
    edit(canary, (text) => text.replace('holdMinutes: 1', 'holdMinutes: 2'));
    rmSync(at(`${inStaging}/rollout-api.yaml`));
    const before = rendered();
    const run = workspace.nx(render, {
      node: `--import=${join(import.meta.dirname, 'testing/bad-disk.mjs')}`,
      env: disk,
    });
    return { ...run, before, after: rendered() };
  };

  // `write-changes.test.ts` kills at every write and rename.
  it('leaves each file as it was or whole when it is killed', async () => {
    const { code, before, after } = renderOn({ DIE_AFTER_RENAMES: '3' });
    expect(code).toBe(128);
    await succeeds(render);
    const whole = rendered();
    expect(after).not.toEqual(whole);
    for (const [path, text] of Object.entries(after)) {
      expect([before[path], whole[path]], path).toContain(text);
    }
  });

  it('keeps every file when the disk is full, and names the file that does not fit', async () => {
    const { code, out, before, after } = renderOn({ FULL_AFTER_WRITES: '3' });
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/nothing was written\s+DISK_FULL {2}gitops\/\S+ = ENOSPC/),
    ]);
    expect(after).toEqual(before);
    expect(readdirSync(at('.cache/drafts'))).toEqual([]);
  });
});

describe('the bundle that a render loads its sources from', () => {
  const bundles = () => at('node_modules/.cache/bizflow');
  const holdLonger = () => edit(canary, (text) => text.replace('holdMinutes: 1', 'holdMinutes: 2'));

  it('is what the next render runs', async () => {
    const bundle = join(bundles(), 'render-fleet.cjs');
    await succeeds(render);
    writeFileSync(bundle, `console.log('planted in the bundle');${readFileSync(bundle, 'utf8')}`);
    const { out } = await workspace.hosted(render);
    rmSync(bundle);
    expect(out).toContain('planted in the bundle');
  });

  it('follows a source whose time and size stay as they were', async () => {
    await succeeds(render);
    const { atime, mtime, size } = statSync(at(canary));
    holdLonger();
    utimesSync(at(canary), atime, mtime);
    expect(statSync(at(canary))).toMatchObject({ mtime, size });
    expect(await succeeds([...render, '--dry-run'])).toContain(`UPDATE ${rollout}`);
  });

  it('is not needed where it cannot be written', async () => {
    rmSync(bundles(), { recursive: true, force: true });
    workspace.restoreFile('node_modules/.cache/bizflow', 'no folder');
    holdLonger();
    const { code, out } = workspace.nx([...render, '--dry-run']);
    rmSync(bundles());
    expect(code).toBe(0);
    expect(out).toContain(`UPDATE ${rollout}`);
  });

  it('is made whole by renders that start at once', async () => {
    rmSync(bundles(), { recursive: true, force: true });
    for (const { code, out } of await Promise.all([1, 2].map(() => workspace.start(render)))) {
      expect(out).toMatch(/render: 0 written, \d+ unchanged, 0 removed/);
      expect(code).toBe(0);
    }
    const drafts = readdirSync(bundles()).filter((name) => !/\.(cjs|code|map)$/.test(name));
    expect(drafts).toEqual([]);
    await succeeds(render);
  });
});

describe('sync:check', () => {
  it('is content with what is committed', async () => {
    await succeeds(['sync:check']);
  });

  it('names every stale, missing and unplanned file, and writes nothing', async () => {
    edit('packages/config/src/release/canary.ts', (text) =>
      text.replace(/holdMinutes: \d+/, 'holdMinutes: 31'),
    );
    rmSync(at(`${inStaging}/ingress-api.yaml`));
    const before = rendered();
    const { code, out } = await workspace.hosted(['sync:check']);
    expect(code).toBe(1);
    expect(out).toContain(`FILE_STALE  ${rollout}`);
    expect(out.trim().split('\n').at(-1)).toContain(
      'run: npx nx generate @bizflow/generator:render',
    );
    expect(out).toContain(`FILE_MISSING  ${inStaging}/ingress-api.yaml`);
    expect(rendered()).toEqual(before);
  });

  it('names every unmanaged and edited file, and writes nothing', async () => {
    writeFileSync(at('gitops/notes.txt'), 'mine');
    edit(rollout, (text) => `${text}# mine\n`);
    const before = rendered();
    const { code, out } = await workspace.hosted(['sync:check']);
    expect(code).toBe(1);
    expect(out).toContain('FILE_UNMANAGED  gitops/notes.txt');
    expect(out).toContain(`FILE_EDITED  ${rollout}`);
    expect(rendered()).toEqual(before);
  });
});

describe('the region scaffold', () => {
  const newcomer = newRegionIn(committed);
  const [, octetOfStaging] = clusterIn('staging').network.vpc.split('.');

  it('adds a region whose render changes exactly the shared lists and else only adds, and whose removal restores all', async () => {
    const { file, id, ...facts } = newcomer;
    const before = allRendered();
    const flags = Object.entries(facts).map(([name, value]) => `--${name}=${value}`);
    const command = ['generate', '@bizflow/generator:region', id, ...flags, '--no-interactive'];
    await succeeds(command);
    expect(read(file).split('\n').length).toBeLessThan(61);
    await succeeds(render);
    const grown = allRendered();
    const changed = Object.keys(before).filter((path) => grown[path] !== before[path]);
    const shared = Object.keys(before).filter((path) => sharedLists.some((one) => one.test(path)));
    expect(changed.toSorted()).toEqual(shared.toSorted());
    expect(sharedLists.filter((one) => !shared.some((path) => one.test(path)))).toEqual([]);
    const news = Object.keys(grown).filter((path) => !(path in before));
    expect(news.length).toBeGreaterThan(100);
    expect(news.filter((path) => !new RegExp(`/${id}(/|\\.json$)`).test(path))).toEqual([]);

    for (const [path, text] of Object.entries(sources)) writeFileSync(at(path), text);
    rmSync(at(file));
    // Only a move ends a region. A root that was never applied is deleted by hand.
    const { code, out } = await workspace.hosted(render);
    expect([code, out]).toEqual([1, expect.stringContaining('ROOT_HOLDS_DATA')]);
    rmSync(at(`terraform/environments/production/${id}`), { recursive: true });
    await succeeds(render);
    expect(allRendered()).toEqual(before);
  });

  it.each([
    ['../../evil', '--octet=1', ['REGION_ID']],
    [followed.id, '--octet=1', ['REGION_TAKEN']],
    // A block of staging, which is not in the catalog.
    [
      newcomer.id,
      `--octet=${octetOfStaging}`,
      ['environments.staging.sites[0].network.vpc', 'COUNTRY_UNKNOWN'],
    ],
  ])('refuses %s with %s and writes nothing', async (id, octet, wanted) => {
    const flags = ['--name=X', '--country=UK', '--serves=GB', octet, '--no-interactive'];
    const { code, out } = await workspace.hosted([
      'generate',
      '@bizflow/generator:region',
      id,
      ...flags,
    ]);
    expect(code).toBe(1);
    for (const word of wanted) expect(out).toContain(word);
    expect(snapshot(workspace.root, 'packages/region-catalog/src')).toEqual(
      Object.fromEntries(
        Object.entries(sources).filter(([path]) => path.includes('region-catalog')),
      ),
    );
  });
});

describe('the service scaffold', () => {
  it('adds a service that the next render brings to every cluster', async () => {
    const name = newServiceIn(committed);
    const flags = [`--host=${name}`, '--no-interactive'];
    await succeeds(['generate', '@bizflow/generator:service', name, ...flags]);
    await succeeds(render);
    // Its Ingress would stop the load balancer of all services until its certificate is issued.
    expect(rendered()).toEqual(gitops);
    await succeeds(['generate', '@bizflow/generator:prove']);
    const policy = join(workspace.root, `packages/config/src/services/${name}.ts`);
    const issued = readFileSync(policy, 'utf8').replaceAll(
      /(production|staging): null/g,
      `$1: '${name}'`,
    );
    writeFileSync(policy, issued);
    await succeeds(render);
    const grown = rendered();
    expect(grown).toMatchObject(gitops);
    const rollouts = clusters(committed).map(
      ({ id }) => `gitops/${id}/services/${name}/rollout-${name}.yaml`,
    );
    expect(Object.keys(grown)).toEqual(expect.arrayContaining(rollouts));
    const news = Object.keys(grown).filter((path) => !(path in gitops));
    // And what the pipeline may do to it, where it proves images.
    const rights = clusters(committed)
      .filter(({ environment }) => !environment.approval)
      .flatMap(({ id }) =>
        ['role', 'rolebinding'].flatMap((kind) =>
          [name, `${name}-application`].map(
            (what) => `gitops/${id}/platform/pipeline-access/${kind}-pipeline-${what}.yaml`,
          ),
        ),
      );
    expect(news.filter((path) => !path.includes(`/services/${name}/`)).toSorted()).toEqual(
      rights.toSorted(),
    );
  });

  it.each(['../evil', 'a'.repeat(300), 'api'])(
    'refuses the name %s and writes nothing',
    async (name) => {
      const flags = ['--no-interactive'];
      const { code, out } = await workspace.hosted([
        'generate',
        '@bizflow/generator:service',
        name,
        ...flags,
      ]);
      expect(code).toBe(1);
      expect(out).toContain('SERVICE_NAME');
      expect(snapshot(workspace.root, 'packages/config/src')).toEqual(
        Object.fromEntries(Object.entries(sources).filter(([path]) => path.includes('config/src'))),
      );
    },
  );
});

function giveTo(path: string, uid: number): void {
  chownSync(path, uid, uid);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) giveTo(join(path, entry.name), uid);
    else if (entry.isFile()) chownSync(join(path, entry.name), uid, uid);
  }
}
