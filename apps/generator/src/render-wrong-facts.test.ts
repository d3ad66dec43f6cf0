import { followed, loner } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { editedWorkspace, jsonIn, render, sheet } from './testing/edited-workspace.ts';

const { edit, rendered, gitops, workspace, hosted, succeeds } = editedWorkspace();

it('says all that is wrong with the facts at once, without a stack trace, and writes nothing', async () => {
  edit(sheet, (text) =>
    text
      .replace(/vpc: '[^']+'/, `vpc: '${followed.network.vpc}'`)
      .replace('serves: [', `serves: ['${followed.serves[0]}', `),
  );
  const { code, out } = await hosted(render);
  expect(code).toBe(1);
  expect(out).toMatch(/CIDR_OVERLAP {2}\S+\/regions\/\S+\.ts:\d+ /);
  expect(out).toContain(` ${loner.id}.network.vpc = ${followed.network.vpc}`);
  expect(out).toContain('COUNTRY_SERVED_TWICE');
  expect(out).not.toMatch(/^\s+at .*\.ts/m);
  expect(rendered()).toEqual(gitops());
});

it('says what is wrong with the lock together with every other fact', async () => {
  edit(sheet, (text) => text.replace(/backupDays: \d+/, 'backupDays: 0'));
  edit('images.lock.json', (text) => text.replace('"tag"', '"tga"'));
  const { code, out } = await hosted(render);
  expect(code).toBe(1);
  expect(out).toContain('LOCK_INVALID  images.lock.json/images/production/');
  expect(out).toContain('backupDays = 0');
  expect(rendered()).toEqual(gitops());
});

it('says the same as one line of JSON', async () => {
  edit(sheet, (text) => text.replace(/backupDays: \d+/, 'backupDays: 0'));
  const { code, out } = await hosted([...render, '--json']);
  expect(code).toBe(1);
  expect(jsonIn(out).problems[0]).toMatchObject({
    severity: 'error',
    at: expect.stringContaining('backupDays'),
    value: '0',
  });
});

it('says at which line a warning is, and the value as it is written', async () => {
  const service = 'packages/config/src/services/api.ts';
  edit(service, (text) => text.replace("staging: 'api'", "staging: 'api-before'"));
  const out = await succeeds([...render, '--dry-run']);
  expect(out).toMatch(
    /^ {2}packages\/config\/src\/services\/api\.ts:\d+ services\.api\.exposure\.certified\.staging = api-before$/m,
  );
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
    const { code, out } = isLoaded ? workspace().nx(render) : await hosted(render);
    expect(code).toBe(1);
    expect(out).toContain(wanted);
    expect(out).toContain(loner.id);
    expect(rendered()).toEqual(gitops());
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
    const { code, out } = await hosted([...render, '--json']);
    expect(code).toBe(1);
    expect(jsonIn(out).problems).toContainEqual(expect.objectContaining(wanted));
    expect(rendered()).toEqual(gitops());
  },
);
