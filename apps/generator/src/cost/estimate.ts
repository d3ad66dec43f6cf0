import type { Fleet } from '@bizflow/config';
import { type CostLine, costEstimate } from '@bizflow/config/cost';
import { type RenderedCost, type RenderedFleet, renderedCost } from '@bizflow/proofs';

/** Both answers: the document's table for the facts, and what is rendered, thing by thing. */
export interface Estimate {
  readonly document: readonly CostLine[];
  readonly rendered: RenderedCost['lines'];
  /** What is rendered and left out, because it is billed by use. */
  readonly unpriced: RenderedCost['unpriced'];
}

/** The part of the fleet that an estimate is about. */
export interface Chosen {
  readonly environment?: string;
  readonly region?: string;
}

/** Estimates some facts and what was rendered from them. */
export const estimateOf = (facts: Fleet, rendered: RenderedFleet): Estimate => {
  const { lines, unpriced } = renderedCost(rendered);
  return { document: costEstimate(facts), rendered: lines, unpriced };
};

/** The lines of an estimate that were asked for. */
export const chosen = (estimate: Estimate, { environment, region }: Chosen): Estimate => {
  const isWanted = (line: { readonly environment: string; readonly region: string }): boolean =>
    (environment === undefined || line.environment === environment) &&
    // The delivery account has a root in the region too.
    (region === undefined || line.region.split('/').at(-1) === region);
  return {
    ...estimate,
    document: estimate.document.filter(isWanted),
    rendered: estimate.rendered.filter(isWanted),
  };
};

/** Whether a value is an estimate that `--json` printed. */
export const isEstimate = (value: unknown): value is Estimate =>
  typeof value === 'object' &&
  value !== null &&
  'document' in value &&
  'rendered' in value &&
  [value.document, value.rendered].every((lines) => Array.isArray(lines) && lines.every(isLine));

const isLine = (line: unknown): boolean =>
  typeof line === 'object' &&
  line !== null &&
  'usd' in line &&
  Number.isFinite(line.usd) &&
  'row' in line &&
  'region' in line &&
  'environment' in line;
