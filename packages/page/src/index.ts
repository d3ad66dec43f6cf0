export { fleetData } from './data/fleet-data.ts';
export { type Assets, html } from './html.ts';
export { planData } from './plan/plan-data.ts';
