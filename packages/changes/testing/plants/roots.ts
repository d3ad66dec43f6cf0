import { type Plants, unchanged } from '../planted.ts';

const backend = (bucket: string): object => ({ terraform: { backend: { s3: { bucket } } } });
const account = (id: string): object => ({ provider: { aws: { allowed_account_ids: [id] } } });
const engine = (version: string): object => ({ terraform: { required_version: version } });

/** Dangers in files of a root that no plan shows. */
export const rootPlants: Plants = {
  'dangers/state': {
    'another bucket of a state': {
      newer: unchanged,
      file: [backend('one'), backend('other')],
    },
  },
  'dangers/provider': {
    'another account of a root': {
      newer: unchanged,
      file: [account('111111111111'), account('222222222222')],
    },
  },
  'dangers/provider-version': {
    'another version of Terraform': {
      newer: unchanged,
      file: [engine('1.1'), engine('1.2')],
    },
  },
};
