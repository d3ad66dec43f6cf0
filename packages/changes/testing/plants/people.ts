import { loner, standby } from '@bizflow/config/testing';
import {
  type Plants,
  withFacts,
  withNewResource,
  withObject,
  withoutResource,
  withResource,
} from '../planted.ts';

const global = 'environments/production/global';

/** Effects on people. */
export const peoplePlants: Plants = {
  'people/answers': {
    'a record of a country that leads to another region': withResource(
      'aws_route53_record',
      (draft) => {
        draft.records = [`${standby.id}.home.bizflow.app`];
      },
      global,
    ),
  },
  'people/fallback': {
    'a health check that watches another region': withResource(
      'aws_route53_health_check',
      (draft) => {
        draft.fqdn = 'elsewhere.example';
      },
      global,
    ),
  },
  'people/residency': {
    'a country that another region serves': {
      newer: withFacts((draft) => {
        const [country, ...others] = draft.catalog[loner.id].serves;
        draft.catalog[loner.id].serves = others;
        draft.catalog[standby.id].serves.push(country);
      }),
      also: ['borders/no-legal-basis'],
    },
  },
  'people/access': {
    'a group with a role in a project of Argo CD': withObject(
      /appproject-workloads\.yaml$/,
      (draft) => {
        draft.spec.roles = [{ name: 'planted', groups: ['strangers'], policies: [] }];
      },
    ),
    'an access entry of a cluster': withNewResource('aws_eks_access_entry', {
      principal_arn: 'planted',
    }),
    'an access entry that goes': withoutResource('aws_eks_access_entry'),
  },
};
