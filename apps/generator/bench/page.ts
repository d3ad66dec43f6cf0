import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { changeOf, effectsOf, reportOf } from '@bizflow/changes';
import { plannedPage } from '../src/change/planned-page.ts';
import { pageAssets } from '../src/page/assets.ts';
import { oneFactApart, sideOf } from './sides.ts';

// What the page of a plan takes beyond the plan itself, and how large it is. Run by `npm run bench` as a cold process:
// page.ts <regions> <services>. `npm run page:check` opens one of that size in a browser.
const [regions, services] = process.argv.slice(2).map(Number);
const { older, newer } = oneFactApart(regions ?? 0, services ?? 0);
const sides = { older: sideOf(older), newer: sideOf(newer) };
const change = await changeOf(sides.older, sides.newer);
const causes = { facts: [], code: [] };
const report = reportOf('base', change, effectsOf(change), causes, []);
const assets = await pageAssets();
const start = performance.now();
const spent = process.cpuUsage();
const page = await plannedPage({ report, change, sides }, assets);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(spent);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
const kilobytes = [Buffer.byteLength(page), gzipSync(page).length].map((size) =>
  Math.round(size / 1024),
);
console.log(
  `page of that plan, ${regions} x ${services}: ${kilobytes[0]} KB (${kilobytes[1]} KB with gzip), ` +
    `${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor), ${megabytes} MB`,
);
