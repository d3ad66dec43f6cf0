import { loner, standby } from '@bizflow/config/testing';
import {
  type Planted,
  withFacts,
  withNewResource,
  withObject,
  withoutResource,
  withResource,
} from '../planted.ts';

const global = 'environments/production/global';

/** Effects on people. */
export const peoplePlants: readonly Planted[] = [
  {
    rule: 'people/answers',
    what: 'a record of a country that leads to another region',
    newer: withResource(
      'aws_route53_record',
      (draft) => {
        draft.records = [`${standby.id}.home.bizflow.app`];
      },
      global,
    ),
  },
  {
    rule: 'people/fallback',
    what: 'a health check that watches another region',
    newer: withResource(
      'aws_route53_health_check',
      (draft) => {
        draft.fqdn = 'elsewhere.example';
      },
      global,
    ),
  },
  {
    rule: 'people/residency',
    what: 'a country that another region serves',
    newer: withFacts((draft) => {
      const [country, ...others] = draft.catalog[loner.id].serves;
      draft.catalog[loner.id].serves = others;
      draft.catalog[standby.id].serves.push(country);
    }),
    also: ['borders/no-legal-basis'],
  },
  {
    rule: 'people/access',
    what: 'a group with a role in a project of Argo CD',
    newer: withObject(/appproject-workloads\.yaml$/, (draft) => {
      draft.spec.roles = [{ name: 'planted', groups: ['strangers'], policies: [] }];
    }),
  },
  {
    rule: 'people/access',
    what: 'an access entry of a cluster',
    newer: withNewResource('aws_eks_access_entry', { principal_arn: 'planted' }),
  },
  {
    rule: 'people/access',
    what: 'an access entry that goes',
    newer: withoutResource('aws_eks_access_entry'),
  },
];
