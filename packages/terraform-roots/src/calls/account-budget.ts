import type { Fleet } from '@bizflow/config';
import type { AccountName } from '@bizflow/config/assigned';
import { accountBudget } from '@bizflow/config/cost';
import { type Blocks, type ModuleCall, variableOf } from '../root-file.ts';

/** The budget of a whole account, in the one root of it that is in no region's place; `beside` declares `emails`. */
export const accountBudgetCall = (
  account: AccountName,
  fleet: Fleet,
  beside: Blocks,
): ModuleCall => {
  const { name, limitUsd } = accountBudget(account, fleet);
  return {
    module: 'account-budget',
    inputs: { name, limit_usd: limitUsd, emails: variableOf('emails') },
    beside,
  };
};
