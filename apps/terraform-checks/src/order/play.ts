import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Copied, givenByHand, type Step } from '@bizflow/config/order';
import { type Called, called } from '../calls/provider-log.ts';
import { eachOf } from '../cli/run.ts';
import type { Terraform } from '../cli/terraform.ts';
import type { Deviation } from '../rehearsal/deviations.ts';
import { prepare } from '../rehearsal/prepare.ts';
import { type Applied, apply } from '../rehearsal/rehearse.ts';
import { type Session, session } from '../rehearsal/session.ts';
import type { Account } from './accounts.ts';

/** Where the steps are played. */
export interface Stage {
  readonly terraform: Terraform;
  /** A copy of `terraform/`, rendered with what is assigned so far. */
  readonly folder: string;
  readonly accounts: readonly Account[];
}

/** One root after one step. */
export interface Turn extends Applied {
  readonly root: string;
  readonly deviations: readonly Deviation[];
  readonly called: Called;
  readonly seconds: number;
}

/** Applies the roots of a step, two at a time: this is what most machines can carry. */
export const play = (step: Step, stage: Stage): Promise<readonly Turn[]> =>
  eachOf(step.roots, 2, (root) =>
    turn(root, stage, ({ env }) => optionsOf(step, new URL(`${env.AWS_ENDPOINT_URL}`).hostname)),
  );

/** Terraform in a root of the copied tree, with its state in its bucket, and the account that it acts in. */
export async function opened(
  root: string,
  { terraform, folder, accounts }: Stage,
): Promise<{ readonly own: Session; readonly account: Account; readonly cwd: string }> {
  const cwd = join(folder, 'environments', root);
  prepare(cwd, new Map(), true);
  const account = ownerOf(cwd, accounts);
  const own = session(terraform, cwd, root, { ...account.env, ...givenByHand });
  await own.must(...initWithState(terraform));
  return { own, account, cwd };
}

/** Applies a root with the options that its account's apply has, and does what comes after that. */
export async function turn(
  root: string,
  stage: Stage,
  options: (account: Account) => readonly string[],
  next: (own: Session, applied: Applied) => Promise<void> = () => Promise.resolve(),
): Promise<Turn> {
  const started = performance.now();
  const { own, account, cwd } = await opened(root, stage);
  const applied = await apply(own, options(account));
  await next(own, applied);
  return {
    root,
    ...applied,
    deviations: own.deviations,
    called: called(cwd, root),
    seconds: (performance.now() - started) / 1000,
  };
}

/** The account that a root's provider allows. */
export function ownerOf(folder: string, accounts: readonly Account[]): Account {
  const text = readFileSync(join(folder, 'provider.tf.json'), 'utf8');
  const owner = accounts.find(({ id }) => text.includes(`"${id}"`));
  if (owner === undefined) throw new Error(`${folder} is in none of the accounts`);
  return owner;
}

// The state is in the bucket that an earlier command made, whose addresses moto serves by path.
const initWithState = ({ mirror }: Terraform): readonly string[] => [
  'init',
  '-input=false',
  '-no-color',
  '-reconfigure',
  '-backend-config=use_path_style=true',
  ...(mirror === undefined ? [] : [`-plugin-dir=${mirror}`]),
];

// An engineer's address, the page's `$address`, is this machine's: where moto answers.
const optionsOf = ({ targets, variables }: Step, address: string): readonly string[] => [
  ...targets.map((target) => `-target=${target}`),
  ...variables.map((one) => `-var=${JSON.parse(one).replace('$address', address)}`),
];

/** What a person would copy after a step; without a value, moto did not make what has it. */
export const copied = (
  step: Step,
  turns: readonly Turn[],
): readonly (Copied & { readonly value: unknown })[] =>
  step.copies.map((one) => ({
    ...one,
    value: turns.find(({ root }) => root === one.root)?.state.outputs[one.output] ?? null,
  }));
