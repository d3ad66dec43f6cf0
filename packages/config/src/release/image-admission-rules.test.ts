import { expect, it } from 'vitest';
import { assignedValues } from '../assigned/assigned.ts';
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

it.each(['signatures', 'bizflow.io', 'Signatures.bizflow.io', 'a..b.io', ''])(
  'refuses a webhook of the name %j',
  (webhook) => {
    expect(found({ webhook })).toEqual(['IMAGE_ADMISSION_NAME release.imageAdmission.webhook']);
  },
);

it.each([[['workloads']], [['tenants']], [[]]] as const)(
  'refuses the planes %j alone',
  (planes) => {
    expect(found({ planes })).toEqual(['IMAGE_ADMISSION_PLANE release.imageAdmission.planes']);
  },
);

it('takes a former key, and refuses what is none', () => {
  const { images, renders } = assignedValues.signing;
  const former = images.value.replace(/A==$/, 'B==');
  expect(found({ formerKeys: [former] })).toEqual([]);
  expect(found({ formerKeys: [former, 'hello', images.value, renders.value] })).toEqual(
    [1, 2, 3].map((index) => `IMAGE_ADMISSION_KEY release.imageAdmission.formerKeys[${index}]`),
  );
});
