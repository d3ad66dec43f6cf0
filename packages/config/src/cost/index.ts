export { accountBudget, budget } from './budgets.ts';
export { type CostLine, costEstimate, totalUsd } from './estimate.ts';
export { type PriceName, priceList } from './price-list.ts';
export { type CostRow, costRows } from './prices.ts';
export { priceIn } from './regional-prices.ts';
export { scaling, vcpus } from './sizes.ts';
