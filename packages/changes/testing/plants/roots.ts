import { type Planted, unchanged } from '../planted.ts';

const backend = (bucket: string): object => ({ terraform: { backend: { s3: { bucket } } } });
const account = (id: string): object => ({ provider: { aws: { allowed_account_ids: [id] } } });
const engine = (version: string): object => ({ terraform: { required_version: version } });

/** Dangers in files of a root that no plan shows. */
export const rootPlants: readonly Planted[] = [
  {
    rule: 'dangers/state',
    what: 'another bucket of a state',
    newer: unchanged,
    file: [backend('one'), backend('other')],
  },
  {
    rule: 'dangers/provider',
    what: 'another account of a root',
    newer: unchanged,
    file: [account('111111111111'), account('222222222222')],
  },
  {
    rule: 'dangers/provider-version',
    what: 'another version of Terraform',
    newer: unchanged,
    file: [engine('1.1'), engine('1.2')],
  },
];
