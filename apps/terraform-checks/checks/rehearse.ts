import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assignedValues } from '@bizflow/config/assigned';
import { delivery, registryRegions } from '@bizflow/config/delivery';
import { foundations } from '@bizflow/config/foundation';
import { atHome, committed } from '@bizflow/config/testing';
import { counted } from '@bizflow/kernel';
import { planOf, treeOf } from '@bizflow/terraform-plan';
import { terraformTexts } from '@bizflow/terraform-plan/testing';
import { checkCommand } from '@bizflow/testing/check-command';
import { startMotoIn } from '@bizflow/testing/moto';
import { repository } from '@bizflow/testing/repository';
import type { Tool } from '@bizflow/testing/tools';
import { foldersIn } from '../src/cli/folders.ts';
import { copyOf, findTerraform, type Terraform } from '../src/cli/terraform.ts';
import { problemLines } from '../src/problem-lines.ts';
import { rehearsalRules } from '../src/rehearsal/deviations.ts';
import { additions, motoVersion, pythonWithMoto } from '../src/rehearsal/moto.ts';
import { type Rehearsal, rehearse } from '../src/rehearsal/rehearse.ts';
import { known } from './stand-in.ts';

// `npm run terraform:rehearse`: an apply and a second plan of every root against moto on loopback.
// By default one root of each kind; `-- environments/staging` names others by how they begin.
const tree = join(repository, 'terraform');
const cache = join(repository, '.cache');
const command = checkCommand();
const named = command.args;

const registry = registryRegions(committed).find((region) => region !== delivery.region);
const hubs = Object.values(foundations).map(({ hub }) => hub);

/**
 * The global layer, the hub, which others copy, one of the others, their link, and a registry. What one
 * account gets from another is for `-- order`.
 */
const oneOfEach = [
  'global',
  foundations.production.hub,
  `${atHome.at(-1)?.id}`,
  `links/${atHome.at(-1)?.id}`,
  `delivery/${registry}`,
].map((one) => `environments/production/${one}`);
const wanted = named.length === 0 ? oneOfEach : named;
const tell = (one: Rehearsal): void => {
  const { root, planned, created, unproven, deviations, called, seconds } = one;
  console.log(
    `${root.padEnd(44)} ${planned.length} planned, ${created.length} created, ` +
      `${unproven.length} unproven, ${deviations.length} deviations, ` +
      `${called.calls} calls, ${seconds.toFixed(0)} s`,
  );
  if (process.env.BIZFLOW_VERBOSE) {
    for (const address of unproven) console.log(`  unproven ${address}`);
    for (const { step, address, message } of deviations) {
      console.log(`  ${step} ${address}: ${message}`);
    }
  }
};

async function main(): Promise<number> {
  const terraform = findTerraform();
  if (typeof terraform === 'string') return skip('terraform', terraform);
  mkdirSync(cache, { recursive: true });
  const found = pythonWithMoto(cache);
  if ('why' in found) return skip('moto', found.why);
  if (named[0] === 'order') {
    const { rehearseOrder } = await import('./rehearse-order.ts');
    return rehearseOrder(terraform, found.python, named.slice(1));
  }
  if (named[0] === 'move') {
    const { rehearseMove } = await import('./rehearse-move.ts');
    return rehearseMove(terraform, found.python, named.slice(1));
  }
  const sources = await treeOf(terraformTexts(tree));
  const roots = foldersIn(tree)
    .filter(({ kind }) => kind === 'root')
    .map(({ path }) => path)
    .filter((path) => wanted.some((begin) => path.startsWith(begin)))
    .sort((one, other) => turnOf(one) - turnOf(other));
  const unknown = wanted.filter((begin) => !roots.some((path) => path.startsWith(begin)));
  if (unknown.length > 0) {
    console.error(
      `ROOT_UNKNOWN  ${unknown.join(', ')}\n  no root under terraform/ begins with this`,
    );
    return 1;
  }
  const copy = copyOf(tree);
  try {
    // One moto is one account; roots of an account see each other there, as on AWS. Most of the
    // time goes by in waiting for what takes its time there too, so that accounts go side by side.
    const accounts = Map.groupBy(roots, (path) => planOf(sources, path).place.account);
    const rehearsals = [...accounts].map(([account, own]) =>
      rehearseAccount(terraform, found.python, copy.folder, account, own),
    );
    return concluded((await Promise.all(rehearsals)).flat());
  } finally {
    copy.remove();
  }
}

/** Rehearses the roots of one account against its own moto, those of one turn in parallel. */
async function rehearseAccount(
  terraform: Terraform,
  python: string,
  folder: string,
  account: string,
  roots: readonly string[],
): Promise<readonly Rehearsal[]> {
  const moto = await startMotoIn({
    python,
    // AWS's own policies (AmazonEKSClusterPolicy) are there only on request.
    settings: { MOTO_ACCOUNT_ID: account, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    first: additions(),
  });
  const assignedIds = {
    examples: placeholdersAt(assignedValues.keys.production),
    made: new Map<string, string>(),
  };
  const done: Rehearsal[] = [];
  try {
    for (const turn of Map.groupBy(roots, turnOf).values()) {
      const together = turn.map(async (path) => {
        const one = await rehearse(terraform, folder, path, moto.endpoint, assignedIds);
        tell(one);
        return one;
      });
      done.push(...(await Promise.all(together)));
    }
    return done;
  } finally {
    await moto.stop();
  }
}

// A region looks up the zone that the global layer makes and takes the hub's keys, and a link joins
// two regions.
const turnOf = (path: string): number => {
  if (path.includes('/links/')) return 3;
  if (path.endsWith('/access') || path.endsWith('/global')) return 0;
  return hubs.some((hub) => path.endsWith(`/${hub}`)) ? 1 : 2;
};

const placeholdersAt = (
  keys: typeof assignedValues.keys.production,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(keys).map(([purpose, { value }]) => [
      `aws_kms_key.primary["${purpose}"]`,
      value,
    ]),
  );

function concluded(done: readonly Rehearsal[]): number {
  const deviations = done.flatMap((one) => one.deviations);
  // What one root shows of a type another may not: an entry is stale if a root of no kind needs it.
  const isWhole = oneOfEach.every((path) => done.some(({ root }) => root === path));
  const types = new Set(isWhole ? done.flatMap((one) => [...one.types]) : []);
  const problems = [
    ...rehearsalRules(deviations, known, types),
    ...done.flatMap(({ called }) => called.refused),
  ];
  for (const line of problemLines(problems)) console.error(line);
  const sum = (of: (one: Rehearsal) => readonly unknown[]): number =>
    done.reduce((total, one) => total + of(one).length, 0);
  console.log(
    `terraform:rehearse: ${done.length} roots on moto ${motoVersion}: ${sum((o) => o.created)} created, ` +
      `${sum((o) => o.unproven)} unproven, ${callsOf(done)} different calls, ` +
      `${known.length} listed, ${counted(problems.length, 'problem')}`,
  );
  return problems.length === 0 ? 0 : 1;
}

const callsOf = (done: readonly Rehearsal[]): number =>
  done.reduce((total, { called }) => total + called.calls, 0);

function skip(tool: Tool, why: string): number {
  command.without(tool, 'terraform:rehearse', why);
  return 0;
}

process.exitCode = await main();
