import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { AwsOffers } from '../src/aws/aws-offers.ts';

// `node packages/config/scripts/aws-offers.ts 2026-05-20`: reads what AWS offers where from the tables of an installed
// moto, which its authors read from AWS on that day. Countries, and who opts in, are kept: moto does not know them.
const [day] = process.argv.slice(2);
if (day === undefined || !/^20\d\d-\d\d-\d\d$/.test(day)) {
  console.error('aws-offers: name the day of the installed moto, such as 2026-05-20');
  process.exit(2);
}
const python = (code: string): string =>
  execFileSync('python3', ['-c', code], { encoding: 'utf8' }).trim();
const [version, folder = ''] = python(
  'import moto, os; print(moto.__version__); print(os.path.dirname(moto.__file__))',
).split('\n');
const tables = join(folder, 'ec2/resources');
const file = new URL('../src/aws/aws-offers.json', import.meta.url);
const kept: AwsOffers = JSON.parse(readFileSync(file, 'utf8'));

const unzipped = (path: string): unknown => JSON.parse(gunzipSync(readFileSync(path)).toString());

interface Type {
  readonly ProcessorInfo: { readonly SupportedArchitectures: readonly string[] };
}
interface Offering {
  readonly InstanceType: string;
  readonly Location: string;
}

// Compute, general and memory, from the fifth generation on, without whole machines.
const inUse = /^([cmr][5-9][a-z]*)\.((?:\d*x)?large|medium)$/;

const families: Record<string, { architecture: 'arm64' | 'amd64'; sizes: string }> = {};
const types = unzipped(join(tables, 'instance_types.json.gz')) as Record<string, Type>;
for (const [type, { ProcessorInfo }] of Object.entries(types).toSorted(
  ([a], [b]) => rank(a) - rank(b),
)) {
  const [, family, size] = inUse.exec(type) ?? [];
  if (family === undefined || size === undefined) continue;
  const architecture = ProcessorInfo.SupportedArchitectures.includes('arm64') ? 'arm64' : 'amd64';
  const sizes = [families[family]?.sizes, size].filter(Boolean).join(' ');
  families[family] = { architecture, sizes };
}

const regions: Record<string, AwsOffers['regions'][string]> = {};
for (const path of globSync(
  join(tables, 'instance_type_offerings/availability-zone/*.json.gz'),
).toSorted()) {
  const id = basename(path, '.json.gz');
  const before = kept.regions[id];
  if (before === undefined)
    throw new Error(`${id} is new: write its country, and whether one opts in, first`);
  const offered = unzipped(path) as readonly Offering[];
  const zones = lettersOf(offered);
  const byZones: Record<string, string> = {};
  for (const family of Object.keys(families).toSorted()) {
    // A family is in the zones that have all of its sizes.
    const bySize = Map.groupBy(
      offered.filter(({ InstanceType }) => inUse.exec(InstanceType)?.[1] === family),
      ({ InstanceType }) => InstanceType,
    );
    const common = [...zones]
      .filter((zone) => [...bySize.values()].every((one) => lettersOf(one).includes(zone)))
      .join('');
    if (bySize.size === 0 || common === '') continue;
    byZones[common] = [byZones[common], family].filter(Boolean).join(' ');
  }
  regions[id] = { country: before.country, optIn: before.optIn, zones, families: byZones };
}

function rank(type: string): number {
  const size = type.split('.')[1] ?? '';
  return size === 'medium' ? 0 : size === 'large' ? 1 : Number(/^\d+/.exec(size)?.[0] ?? 1) * 2;
}

function lettersOf(offered: readonly Offering[]): string {
  const letters = offered.map(({ Location }) => Location).filter((zone) => /\d[a-z]$/.test(zone));
  return [...new Set(letters.map((zone) => zone.slice(-1)))].toSorted().join('');
}

const source = `moto ${version}, moto/ec2/resources: DescribeInstanceTypes and DescribeInstanceTypeOfferings of ${day}`;
writeFileSync(
  file,
  `${JSON.stringify({ source, read: day, families: sorted(families), regions }, null, 2)}\n`,
);

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => a.localeCompare(b)));
}
