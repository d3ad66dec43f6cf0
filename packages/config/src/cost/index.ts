export { budget } from './budgets.ts';
export { type CostLine, costEstimate, totalUsd } from './estimate.ts';
export { type CostRow, costRows } from './prices.ts';
export { scaling } from './sizes.ts';
