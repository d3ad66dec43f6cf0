import {
  type Catalog,
  catalog,
  exceptions,
  type ResidencyException,
} from '@bizflow/region-catalog';
import { type Environment, environments } from './environments.ts';
import type { ImageLock } from './images.ts';
import { type AccountName, type ClusterMinted, type Minted, mintedValues } from './minted.ts';
import { repository } from './repository.ts';
import type { Service } from './service.ts';
import { services } from './services.ts';

/** Every fact and policy a render starts from. Renderers read nothing else. */
export interface Fleet {
  readonly catalog: Catalog;
  readonly exceptions: readonly ResidencyException[];
  readonly environments: readonly Environment[];
  readonly services: readonly Service[];
  readonly repository: string;
  readonly minted: {
    readonly accounts: Readonly<Record<AccountName, Minted>>;
    readonly clusters: Readonly<Record<string, ClusterMinted | undefined>>;
  };
  readonly lock: ImageLock;
}

/** The fleet as this repository states it, with the images that its lock pins. */
export const fleet = (lock: ImageLock): Fleet => ({
  catalog,
  exceptions,
  environments: Object.values(environments),
  services,
  repository,
  minted: mintedValues,
  lock,
});
