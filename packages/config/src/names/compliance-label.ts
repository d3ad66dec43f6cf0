import type { Sheet } from '@bizflow/region-catalog';

/** The value of the label `bizflow.io/compliance`: the laws that bind a region. */
export const complianceLabel = ({ regulations }: Pick<Sheet, 'regulations'>): string =>
  regulations.join('.');
