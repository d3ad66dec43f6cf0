import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node } from './run.ts';

const peers = ['@aws-cdk/region-info', 'aws-regions', 'countries-list'] as const;
const rounds = 7;

// A process of its own each time: a second import costs nothing.
const probe = `const before = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String(user + system));
`;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The CPU time of an import beside packages that people know, as ratios of one run, in turns. */
export function imports(home: string): string {
  const script = join(home, 'probe.mjs');
  writeFileSync(script, probe);
  const own = '@bizflow/region-catalog';
  const entry = {
    [own]: own,
    ...Object.fromEntries(peers.map((peer) => [peer, import.meta.resolve(peer)])),
  };
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [peer, specifier] of Object.entries(entry)) {
      const cpu = Number(node(home, script, specifier)) / 1000;
      times.set(peer, [...(times.get(peer) ?? []), cpu]);
    }
  }
  const base = median(times.get(own) ?? []);
  const beside = peers.map(
    (peer) => `${peer} ${(median(times.get(peer) ?? []) / base).toFixed(1)}x`,
  );
  return `${base.toFixed(1)} ms of CPU (${beside.join(', ')})`;
}
