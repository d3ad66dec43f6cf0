import { roleArn } from '@bizflow/config/names';
import { expect, it } from 'vitest';
import { cases, only } from '../../testing/rendered.ts';

it.each(cases)('gives $label the role that Terraform makes for it, and no token', (subject) => {
  expect(only(subject.manifests, 'ServiceAccount')).toMatchObject({
    metadata: {
      name: subject.service.name,
      annotations: { 'eks.amazonaws.com/role-arn': roleArn(subject.cluster, subject.service) },
    },
    automountServiceAccountToken: false,
  });
});
