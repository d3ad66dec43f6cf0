import { loggedIn } from '../calls/provider-log.ts';
import { type Ended, run } from '../cli/run.ts';
import { type Terraform, terraformEnv } from '../cli/terraform.ts';
import type { Deviation } from './deviations.ts';
import { diagnosticsIn, typeOf } from './output.ts';
import { type State, stateIn } from './state.ts';

/** Terraform in one folder, and what did not go as on AWS. */
export interface Session {
  readonly call: (...args: readonly string[]) => Promise<Ended>;
  /** A command without which nothing can be rehearsed. */
  readonly must: (...args: readonly string[]) => Promise<void>;
  /** `show -json` of a plan. */
  readonly shown: (plan: string) => Promise<string>;
  readonly pulled: () => Promise<State>;
  readonly deviations: Deviation[];
  /** Keeps the errors of an output as deviations of a step, and gives their addresses. */
  readonly note: (step: Deviation['step'], text: string) => readonly string[];
}

/** Terraform in one folder, with what the environment says of where AWS is. */
export const session = (
  terraform: Terraform,
  cwd: string,
  root: string,
  where: Readonly<Record<string, string>>,
): Session => {
  const env = terraformEnv({ ...where, ...loggedIn(cwd) });
  const call = (...args: readonly string[]) => run(terraform.binary, args, { cwd, env });
  const deviations: Deviation[] = [];
  return {
    call,
    must: async (...args) => {
      const { code, text } = await call(...args);
      if (code !== 0) throw new Error(`${root} cannot be rehearsed:\n${text}`);
    },
    shown: async (plan) => {
      const { text } = await call('show', '-json', plan);
      return text.slice(text.indexOf('{'));
    },
    pulled: async () => stateIn((await call('state', 'pull')).text),
    deviations,
    note: (step, text) =>
      diagnosticsIn(text).map(({ address, message }) => {
        deviations.push({ step, type: typeOf(address), address: address || root, message });
        return address;
      }),
  };
};
