import { Ajv } from 'ajv';
import type { Model } from './validate.ts';

// No package publishes this kind's schema: here is the part this project writes, closed.
// Source: amazon-vpc-resource-controller-k8s, config/crd/bases/vpcresources.k8s.aws_securitygrouppolicies.yaml.
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['apiVersion', 'kind', 'metadata', 'spec'],
  properties: {
    apiVersion: { const: 'vpcresources.k8s.aws/v1beta1' },
    kind: { const: 'SecurityGroupPolicy' },
    metadata: { type: 'object' },
    spec: {
      type: 'object',
      additionalProperties: false,
      required: ['podSelector', 'securityGroups'],
      properties: {
        podSelector: {
          type: 'object',
          additionalProperties: false,
          required: ['matchLabels'],
          properties: {
            matchLabels: { type: 'object', additionalProperties: { type: 'string' } },
          },
        },
        securityGroups: {
          type: 'object',
          additionalProperties: false,
          required: ['groupIds'],
          properties: {
            groupIds: {
              type: 'array',
              minItems: 1,
              maxItems: 5,
              items: { type: 'string', pattern: '^sg-[0-9a-f]{8,17}$' },
            },
          },
        },
      },
    },
  },
};

// The schema above is this file's own: to check it against its meta-schema costs 40 ms a start.
const validate = new Ajv({ allErrors: true, meta: false, validateSchema: false }).compile(schema);

/** The model of `SecurityGroupPolicy`, in the shape of the published ones. */
export const securityGroupPolicyModel: Model = {
  apiVersion: 'vpcresources.k8s.aws/v1beta1',
  kind: 'SecurityGroupPolicy',
  prototype: {
    validate(): void {
      if (!validate(this)) throw Object.assign(new Error('invalid'), { errors: validate.errors });
    },
  },
};
