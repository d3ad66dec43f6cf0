import { join } from 'node:path';
import { delivery, registryRegions } from '@bizflow/config/delivery';
import { foundations } from '@bizflow/config/foundation';
import { atHome, committed } from '@bizflow/config/testing';
import { counted, problemLines } from '@bizflow/kernel';
import { planOf, treeOf } from '@bizflow/terraform-plan';
import { terraformTexts } from '@bizflow/terraform-plan/testing';
import { checkCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';
import { foldersIn } from '../src/cli/folders.ts';
import { copyOf } from '../src/cli/terraform.ts';
import { rehearseAccount, turnOf } from '../src/rehearsal/account.ts';
import { rehearsalRules } from '../src/rehearsal/deviations.ts';
import { motoVersion } from '../src/rehearsal/moto.ts';
import type { Rehearsal } from '../src/rehearsal/rehearse.ts';
import { rehearsalTools } from '../src/rehearsal/tools.ts';
import { known } from './stand-in.ts';

// `npm run terraform:rehearse`: an apply and a second plan of every root against moto on loopback.
// By default one root of each kind; `-- environments/staging` names others by how they begin.
const tree = join(repository, 'terraform');
const command = checkCommand();
const named = command.args;

const registry = registryRegions(committed).find((region) => region !== delivery.region);

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
  const tools = rehearsalTools(command, 'terraform:rehearse');
  if (tools === undefined) return 0;
  if (named[0] === 'order') {
    const { rehearseOrder } = await import('./rehearse-order.ts');
    return rehearseOrder(tools, named.slice(1));
  }
  if (named[0] === 'move') {
    const { rehearseMove } = await import('./rehearse-move.ts');
    return rehearseMove(tools, named.slice(1));
  }
  if (named[0] === 'failover') {
    const { rehearseFailover } = await import('./rehearse-failover.ts');
    return rehearseFailover(tools, named.slice(1));
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
      rehearseAccount(tools, copy.folder, account, own, tell),
    );
    return concluded((await Promise.all(rehearsals)).flat());
  } finally {
    copy.remove();
  }
}

function concluded(done: readonly Rehearsal[]): number {
  const deviations = done.flatMap((one) => one.deviations);
  // What one root shows of a type another may not: an entry is stale if a root of no kind needs it.
  const isWhole = oneOfEach.every((path) => done.some(({ root }) => root === path));
  const types = new Set(isWhole ? done.flatMap((one) => [...one.types]) : []);
  const problems = [
    ...rehearsalRules(deviations, known, types),
    ...done.flatMap(({ called }) => called.refused),
  ];
  for (const line of problems.flatMap(problemLines)) console.error(line);
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

process.exitCode = await main();
