import { join } from 'node:path';
import { givenByHand } from '@bizflow/config/order';
import { type Called, called } from '../calls/provider-log.ts';
import { initArguments, type Terraform } from '../cli/terraform.ts';
import type { Deviation } from './deviations.ts';
import { changesIn, plannedIn, takenIn, typeOf } from './output.ts';
import { prepare } from './prepare.ts';
import { type Session, session } from './session.ts';
import { idIn, type State } from './state.ts';

/** What a rehearsal of one root shows. */
export interface Rehearsal {
  readonly root: string;
  readonly planned: readonly string[];
  readonly created: readonly string[];
  /** Planned, not created, and not at fault: something it needs was not created. */
  readonly unproven: readonly string[];
  readonly deviations: readonly Deviation[];
  readonly types: ReadonlySet<string>;
  readonly called: Called;
  readonly seconds: number;
}

/** The placeholders in the facts, by the address that creates the real value, and the real values. */
export interface AssignedIds {
  readonly examples: Readonly<Record<string, string>>;
  readonly made: Map<string, string>;
}

/** Applies one root of a copied tree to an endpoint, and plans again. */
export async function rehearse(
  terraform: Terraform,
  tree: string,
  root: string,
  endpoint: string,
  assignedIds: AssignedIds,
): Promise<Rehearsal> {
  const started = performance.now();
  const cwd = join(tree, root);
  prepare(cwd, assignedIds.made);
  const where = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...givenByHand,
  };
  const own = session(terraform, cwd, root, where);
  await own.must(...initArguments(terraform));
  const applied = await apply(own);
  const { planned, created, unproven } = applied;
  for (const [address, example] of Object.entries(assignedIds.examples)) {
    const real = idIn(applied.state, address);
    if (real !== undefined) assignedIds.made.set(example, real);
  }
  if (planned.length > 0) await planAgain(own, created);
  return {
    root,
    planned,
    created,
    unproven,
    deviations: own.deviations,
    types: new Set(planned.filter((one) => !unproven.includes(one)).map(typeOf)),
    called: called(cwd, root),
    seconds: (performance.now() - started) / 1000,
  };
}

/** What one apply made. */
export interface Applied extends Pick<Rehearsal, 'planned' | 'created' | 'unproven'> {
  readonly state: State;
  /** What was taken away, for good or to be made again. */
  readonly taken: readonly string[];
}

/**
 * Applies, perhaps only targets. Terraform plans, applies and says both in one go, because each of its
 * starts takes seconds: it starts the provider and reads its schema.
 */
export async function apply(
  { call, pulled, note }: Session,
  options: readonly string[] = [],
): Promise<Applied> {
  const arguments_ = ['-json', '-input=false', '-auto-approve', '-parallelism=20', ...options];
  const { text } = await call('apply', ...arguments_);
  const planned = plannedIn(text);
  const failed = note('create', text);
  const state = await pulled();
  const created = state.held.map(({ address }) => address);
  const unproven = planned.filter((one) => !created.includes(one) && !failed.includes(one));
  return { planned, created, unproven, state, taken: takenIn(text) };
}

/** A second plan: whatever it would change, moto did not keep as AWS does. */
async function planAgain(
  { call, pulled, shown, note, deviations }: Session,
  created: readonly string[],
): Promise<void> {
  // A resource that cannot be read leaves the state, so that the others can still be compared.
  for (let round = 0; round < 5; round += 1) {
    const second = await call('plan', '-json', '-out=second');
    if (second.code === 0) break;
    const unread = note('refresh', second.text).filter((address) => address !== '');
    if (unread.length === 0) break;
    await call('state', 'rm', ...unread);
  }
  const readable = new Set((await pulled()).held.map(({ address }) => address));
  for (const { address, type, message, actions } of changesIn(await shown('second'))) {
    if (!created.includes(address) || !readable.has(address)) continue;
    deviations.push({ step: 'change', type, address, message: `${actions} ${message}` });
  }
}
