import type { Sight } from './sight.ts';

/** The clusters of an example: who leaves goes from the first to the second. */
export const [north, south] = ['production/north', 'production/south'] as const;

/** The public address of each. */
export const hosts: Readonly<Record<string, string>> = {
  [north]: 'north.alb.example',
  [south]: 'south.alb.example',
};

/** A cluster in which one service runs and answers, unless a part of it is told otherwise. */
export const sight = (id: string, part: Partial<Sight> = {}): Sight => ({
  ...{ id, keeps: { 'Namespace bizflow-api': '1' }, runs: ['bizflow-api/api'] },
  ...{ answers: [hosts[id] ?? ''], balancers: ['bizflow-api/api'] },
  ...part,
});

/** What a cluster without services has. */
export const idle = { runs: [], answers: [], balancers: [] };
