import { expect, it } from 'vitest';
import { type ImageAdmission, imageAdmission } from './image-admission.ts';
import { imageAdmissionRules } from './image-admission-rules.ts';

const found = (change: Partial<ImageAdmission>, pods = 2) =>
  imageAdmissionRules({ ...imageAdmission, ...change }, pods).map(
    ({ code, at }) => `${code} ${at}`,
  );

it('accepts what is written, and a staging that goes on without the webhook', () => {
  expect(imageAdmissionRules()).toEqual([]);
  expect(found({ whenAway: { production: 'refuse', staging: 'admit' } })).toEqual([]);
});

it('refuses a production that admits everything while the webhook is away', () => {
  expect(found({ whenAway: { production: 'admit', staging: 'admit' } })).toEqual([
    'IMAGE_ADMISSION_OPEN release.imageAdmission.whenAway.production',
  ]);
});

it('refuses one pod where its absence stops new ones, and takes it where it does not', () => {
  expect(found({}, 1)).toEqual(['IMAGE_ADMISSION_ALONE platform.policyController.replicas']);
  const open = { whenAway: { production: 'admit', staging: 'admit' } } as const;
  expect(found(open, 1)).not.toContain('IMAGE_ADMISSION_ALONE platform.policyController.replicas');
});

it.each([0, 31])('refuses %d seconds', (timeoutSeconds) => {
  expect(found({ timeoutSeconds })).toEqual([
    'IMAGE_ADMISSION_TIMEOUT release.imageAdmission.timeoutSeconds',
  ]);
});
