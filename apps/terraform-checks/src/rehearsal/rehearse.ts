import { join } from 'node:path';
import { type Ended, run } from '../cli/run.ts';
import { initArguments, type Terraform, terraformEnv } from '../cli/terraform.ts';
import type { Deviation } from './deviations.ts';
import { changesIn, diagnosticsIn, heldIn, idIn, typeOf } from './output.ts';
import { prepare } from './prepare.ts';

/** What a rehearsal of one root shows. */
export interface Rehearsal {
  readonly root: string;
  readonly planned: readonly string[];
  readonly created: readonly string[];
  /** Planned, not created, and not at fault: something it needs was not created. */
  readonly unproven: readonly string[];
  readonly deviations: readonly Deviation[];
  readonly types: ReadonlySet<string>;
  readonly seconds: number;
}

/** What stands in the facts as an example, by the address that makes it, and what was made. */
export interface Minting {
  readonly examples: Readonly<Record<string, string>>;
  readonly made: Map<string, string>;
}

const mustEndWell = ({ code, text }: Ended, place: string): void => {
  if (code !== 0) throw new Error(`${place} cannot be rehearsed:\n${text}`);
};

/** Applies one root of a copied tree to an endpoint, and plans again. */
export async function rehearse(
  terraform: Terraform,
  tree: string,
  root: string,
  endpoint: string,
  minting: Minting,
): Promise<Rehearsal> {
  const cwd = join(tree, root);
  const started = performance.now();
  const { lender } = prepare(cwd, minting.made);
  const env = terraformEnv({ AWS_ENDPOINT_URL: endpoint, AWS_EC2_METADATA_DISABLED: 'true' });
  const callIn =
    (folder: string) =>
    (...args: readonly string[]) =>
      run(terraform.binary, args, { cwd: folder, env });
  const call = callIn(cwd);
  const shown = async (...plan: readonly string[]): Promise<string> => {
    const { text } = await call('show', '-json', ...plan);
    return text.slice(text.indexOf('{'));
  };
  const deviations: Deviation[] = [];
  const note = (step: Deviation['step'], text: string): readonly string[] =>
    diagnosticsIn(text).map(({ address, message }) => {
      deviations.push({ step, type: typeOf(address), address: address || root, message });
      return address;
    });

  if (lender !== undefined) {
    const callLender = callIn(lender);
    mustEndWell(await callLender(...initArguments(terraform)), lender);
    mustEndWell(await callLender('apply', '-auto-approve', '-input=false', '-no-color'), lender);
  }
  mustEndWell(await call(...initArguments(terraform)), root);
  const first = await call('plan', '-json', '-out=first');
  if (first.code !== 0) {
    note('create', first.text);
    return result([], [], []);
  }
  const planned = changesIn(await shown('first'));
  const applied = await call('apply', '-json', '-parallelism=20', 'first');
  const failed = note('create', applied.text);
  const state = await shown();
  const created = [...heldIn(state)];
  for (const [address, example] of Object.entries(minting.examples)) {
    const real = idIn(state, address);
    if (real !== undefined) minting.made.set(example, real);
  }

  // A resource that cannot be read leaves the state, so that the others can still be compared.
  for (let round = 0; round < 5; round += 1) {
    const second = await call('plan', '-json', '-out=second');
    if (second.code === 0) break;
    const unread = note('refresh', second.text).filter((address) => address !== '');
    if (unread.length === 0) break;
    await call('state', 'rm', ...unread);
  }
  const readable = heldIn(await shown());
  for (const { address, type, message, actions } of changesIn(await shown('second'))) {
    if (!created.includes(address) || !readable.has(address)) continue;
    deviations.push({ step: 'change', type, address, message: `${actions} ${message}` });
  }
  return result(
    planned.map(({ address }) => address),
    created,
    planned
      .map(({ address }) => address)
      .filter((address) => !created.includes(address) && !failed.includes(address)),
  );

  function result(
    all: readonly string[],
    made: readonly string[],
    unproven: readonly string[],
  ): Rehearsal {
    const seconds = (performance.now() - started) / 1000;
    const types = new Set(all.filter((one) => !unproven.includes(one)).map(typeOf));
    return { root, planned: all, created: made, unproven, deviations, types, seconds };
  }
}
