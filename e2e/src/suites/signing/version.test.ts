import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyController } from '@bizflow/config/platform';
import { expect, it } from 'vitest';
import { repository, toolModules } from '../../harness/places.ts';

const read = (...path: readonly string[]): string =>
  readFileSync(join(repository, ...path), 'utf8');
const requires = (tool: string, module: string): string | undefined =>
  new RegExp(`^\\t${module} (\\S+)`, 'm').exec(
    readFileSync(join(toolModules, tool, 'go.mod'), 'utf8'),
  )?.[1];

it('rehearses the controller that clusters run, and checks policies by its definition', () => {
  const { image, version } = policyController;
  expect(image.split(':')[1]).toBe(version);
  expect(requires('policy-controller', 'github.com/sigstore/policy-controller')).toBe(version);
  const pins: readonly { readonly project: string; readonly version: string }[] = JSON.parse(
    read('apps/generator/checks/crds.json'),
  );
  const own = pins.filter(({ project }) => project === policyController.name);
  expect(own.map((pin) => pin.version)).toEqual([version]);
});

it('signs with the cosign that the pipeline installs', () => {
  const [, installed] =
    /cmd\/cosign@(\S+)/.exec(read('apps/pipeline/commands/install-tools.sh')) ?? [];
  expect(installed).toBeDefined();
  expect(requires('cosign', 'github.com/sigstore/cosign/v3')).toBe(installed);
});
