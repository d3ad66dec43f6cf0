import { expect, it } from 'vitest';
import { policyController } from './policy-controller.ts';
import { policyControllerRules } from './policy-controller-rules.ts';

it('finds nothing where the image has the tag of the version', () => {
  expect(policyControllerRules()).toEqual([]);
});

it.each([
  { version: 'v0.13.2' },
  { version: '0.13.1' },
  { image: policyController.image.replace(/:.*/, '') },
  { image: `${policyController.image}0` },
])('refuses %j', (change) => {
  expect(
    policyControllerRules({ ...policyController, ...change }).map(({ code, at }) => [code, at]),
  ).toEqual([['POLICY_CONTROLLER_VERSION', 'platform.policyController.version']]);
});
