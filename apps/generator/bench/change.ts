import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { changeOf, effectsOf, reportOf, type Side } from '@bizflow/changes';
import { oneFactApart, sideOf } from './sides.ts';

// What `plan` takes beyond the render of one side: two sides of a synthetic fleet that differ in one fact. Run by
// `npm run bench` as a cold process: change.ts <regions> <services>. As `plan` reads from Git what a commit has otherwise,
// and no more, the files of the base that differ come from another process.
const [regions, services, printed] = process.argv.slice(2);
const { older, newer } = oneFactApart(Number(regions), Number(services));
if (printed === 'base') {
  const { files } = sideOf(newer);
  const differing = Object.entries(sideOf(older).files).filter(
    ([path, text]) => files[path] !== text,
  );
  process.stdout.write(JSON.stringify(Object.fromEntries(differing)), () => process.exit());
  await new Promise(() => undefined);
}
const base = spawnSync(process.execPath, [...process.argv.slice(1, 4), 'base'], {
  maxBuffer: 2 ** 30,
});
const differing: Side['files'] = JSON.parse(base.stdout.toString());
const start = performance.now();
const spent = process.cpuUsage();
// A person waits for the render of the newer side, and for the comparison.
const after = sideOf(newer);
const before: Side = { fleet: older, files: { ...after.files, ...differing } };
const change = await changeOf(before, after);
const judged = effectsOf(change);
const report = reportOf('base', change, judged, { facts: [], code: [] }, []);
if (report.effects.length === 0) throw new Error('one fact has no effect');
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(spent);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `plan of one fact, ${regions} x ${services}: ${seconds.toFixed(1)} s with the render of the newer side ` +
    `(${((user + system) / 1e6).toFixed(1)} s of processor), ${megabytes} MB`,
);
