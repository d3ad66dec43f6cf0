import { type Problem, problem } from '@bizflow/kernel';
import { asText, type Plan } from '@bizflow/terraform-plan';
import type { Context } from '../conditions.ts';
import { isAllowed } from '../is-allowed.ts';
import { type Statement, statementsOf } from '../policy.ts';

const header = 's3:x-amz-server-side-encryption';
const ownKey = (statements: readonly Statement[]): string | undefined =>
  statements
    .flatMap(({ conditions }) => conditions)
    .find(
      ([operator, key]) => operator === 'StringNotEquals' && key === `${header}-aws-kms-key-id`,
    )?.[2][0];

/** What S3 puts into the context of a PutObject for each way to call it (S3 user guide, "Policy keys"). */
const requests = (key: string): readonly (readonly [what: string, opens: boolean, Context])[] => [
  ['a plain PutObject', true, {}],
  ['the own key', true, { [header]: 'aws:kms', [`${header}-aws-kms-key-id`]: key }],
  ['another key', false, { [header]: 'aws:kms', [`${header}-aws-kms-key-id`]: `${key}x` }],
  ["AWS's own key", false, { [header]: 'aws:kms' }],
  ['S3 without KMS', false, { [header]: 'AES256' }],
  ["the caller's key", false, { [`${header}-customer-algorithm`]: 'AES256' }],
  ['no TLS', false, { 'aws:SecureTransport': 'false' }],
];

// A role may write; the question is what the bucket says.
const anyRole = statementsOf(
  JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }] }),
);

/** A bucket of data takes an object under its own key, asked for or not, and under no other. */
export const bucketRules = ({ root, resources }: Plan): readonly Problem[] =>
  resources
    .filter(({ type, folder }) => type === 'aws_s3_bucket_policy' && folder === 'modules/s3')
    .flatMap(({ address, values }) => {
      const statements = statementsOf(asText(values.policy ?? '{}'));
      const resource = `arn:aws:s3:::${asText(values.bucket ?? '')}/a`;
      return requests(ownKey(statements) ?? '')
        .filter(([, opens, more]) => {
          const context = { 'aws:SecureTransport': 'true', ...more };
          const asked = { action: 's3:PutObject', resource, context };
          return isAllowed([...anyRole, ...statements], asked) !== opens;
        })
        .map(([what, opens]) =>
          problem({
            code: opens ? 'OBJECT_REFUSED' : 'OBJECT_TAKEN',
            at: `${root} ${address}`,
            value: what,
            reason: opens ? 'must be stored, and the policy refuses it' : 'must be refused',
            remedy: 'correct the policy in terraform/modules/s3/main.tf',
          }),
        );
    });
