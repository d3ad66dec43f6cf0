import {
  type CountryCode,
  catalog,
  regionForCountry,
  regionsUnder,
  subnets,
} from '@bizflow/region-catalog';
import document from '@bizflow/region-catalog/catalog.json' with { type: 'json' };
import schema from '@bizflow/region-catalog/catalog.schema.json' with { type: 'json' };
import { network } from '@bizflow/region-catalog/facts/eu-west-2';
import { catalogRules } from '@bizflow/region-catalog/rules';

// What a reader of the package writes: `consumer.ts` compiles it against the tarball and runs it.
const vpc: '10.4.0.0/16' = catalog['eu-west-2'].network.vpc;
const three: readonly [string, string, string] = subnets('eu-west-2', 'private');
const country: CountryCode = 'GB';

// @ts-expect-error -- the United Kingdom is GB
const guess = () => regionForCountry('UK');
// @ts-expect-error -- a zone has one subnet, and there are three zones
const fourth = () => subnets('eu-west-2', 'private')[3];
// @ts-expect-error -- facts are read, never written
const write = () => (catalog['eu-west-2'].network.vpc = vpc);
// @ts-expect-error -- BizFlow does not run in Ireland
const elsewhere = () => catalog['eu-west-1'];

const expect = (holds: boolean, promise: string): void => {
  if (!holds) throw new Error(`broken promise: ${promise}`);
};

const throws = (act: () => unknown, name: string): boolean => {
  try {
    act();
    return false;
  } catch (error) {
    return error instanceof Error && error.name === name;
  }
};

expect(vpc === '10.4.0.0/16', 'a fact is what its type says');
expect(three.join() === '10.4.11.0/24,10.4.12.0/24,10.4.13.0/24', 'one subnet per zone');
expect(fourth() === undefined && elsewhere() === undefined, 'what is not there is absent');
expect(regionForCountry(country).region === 'eu-west-2', 'a country finds its region');
expect(regionsUnder('GDPR').join() === 'eu-west-2', 'a law finds its regions');
expect(throws(guess, 'RangeError'), 'text that is no country is refused');
expect(throws(write, 'TypeError'), 'the catalog is frozen');
expect(JSON.stringify(document.regions) === JSON.stringify(catalog), 'the JSON has the same facts');
expect(document.apiVersion === schema.properties.apiVersion.const, 'the schema fits the JSON');
const block: '10.4.0.0/16' = network.vpc;
expect(block === vpc && Object.isFrozen(network.private), 'a fact alone is the catalog’s own');
expect(catalogRules(catalog).length === 0, 'the published catalog keeps every rule');
