import { type Fleet, fleetRules } from '@bizflow/config';
import { knownRegion } from '@bizflow/config/aws';
import { type Problem, unless } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { sources } from '../catalog-sources.ts';
import { refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError } from '../plan.ts';
import { formatThenSay } from './format.ts';
import { newRegion, type RegionOptions } from './new-region.ts';
import { joined, register } from './register-region.ts';

const next = [
  'next: read the fact sheet, then npx nx generate @bizflow/generator:render',
  'tests stay red until the region has its prices and sizes in packages/config/src/cost/prices.ts,',
  "and the document's tests know it: CONTRIBUTING.md, Add a region",
].join('\n');

const optIn = (id: string): string =>
  `AWS enables ${id} only for accounts that ask for it: docs/foundation.md, 1. Accounts`;

/** Writes a region's fact sheet and registers it, unless a rule of the fleet reports an error. */
export function addRegion(tree: Tree, options: RegionOptions): () => void {
  const facts = factsOf(tree);
  refuse(refused(options, facts));
  const known = knownRegion(facts.aws, options.id);
  const region = newRegion(options, known);
  const wanted = joined(facts, region);
  refuse(fleetRules(wanted).filter(isError));
  register(tree, region, wanted);
  return formatThenSay(tree, known?.optIn ? `${next}\n${optIn(options.id)}` : next);
}

/** What is wrong with the options themselves; each of it would break rules of the whole fleet as well. */
const refused = ({ id, name, octet }: RegionOptions, { catalog }: Fleet): readonly Problem[] => [
  ...unless(name.trim() !== '' && name.length <= 80, {
    code: 'REGION_NAME',
    at: '--name',
    value: name,
    reason: 'must be a name of 1 to 80 letters',
    remedy: 'write the name that AWS uses for the region',
  }),
  ...unless(/^[a-z]{2}(-[a-z]+)+-\d$/.test(id), {
    code: 'REGION_ID',
    at: '--id',
    value: id,
    reason: 'is not an AWS Region id',
    remedy: 'write the id that AWS uses: a continent, a direction and a number',
  }),
  ...unless(Number.isInteger(octet) && octet >= 0 && octet <= 255, {
    code: 'REGION_OCTET',
    at: '--octet',
    value: octet,
    reason: 'must be a whole number >= 0 and <= 255: it is the second number of 10.x.0.0/16',
    remedy: 'choose one that no other VPC has',
  }),
  ...unless(!Object.hasOwn(catalog, id), {
    code: 'REGION_TAKEN',
    at: '--id',
    value: id,
    reason: 'is already in the catalog',
    remedy: `edit ${sources}/regions/${id}.ts`,
  }),
];
