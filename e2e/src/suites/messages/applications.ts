import type { Manifest } from '@bizflow/config';

const revision = '0123456789abcdef0123456789abcdef01234567';

const ago = (minutes: number): string =>
  new Date(Date.now() - 60_000 * minutes).toISOString().replace(/\.\d+Z$/, 'Z');

/** What Argo CD's controller would write of an Application, and the page that people are sent to. */
export interface Case {
  readonly says: string;
  readonly status: object;
  /** Without one, no person is told. */
  readonly page?: string;
}

const operation = (phase: string, finished: number, more: object = {}) => ({
  operationState: {
    phase,
    message: 'one or more objects failed to apply',
    operation: { sync: { revision } },
    startedAt: ago(finished + 1),
    ...(phase === 'Running' ? {} : { finishedAt: ago(finished) }),
    ...more,
  },
});

const sync = (status: string) => ({
  sync: { status, revision, comparedTo: { destination: {}, source: { repoURL: 'none' } } },
  reconciledAt: ago(0),
});

const health = (status: string, minutes: number) => ({
  health: { status, lastTransitionTime: ago(minutes) },
});

const sound = () => ({
  ...operation('Succeeded', 100),
  ...sync('Synced'),
  ...health('Healthy', 99),
});

/** Each for an Application of its own. */
export const cases = (): readonly Case[] => [
  { says: 'sound', status: sound() },
  {
    says: 'whose sync failed',
    status: { ...sound(), ...operation('Failed', 1), ...sync('OutOfSync') },
    page: 'applications.md#failed',
  },
  {
    says: 'whose sync is tried again and again',
    status: { ...sound(), ...operation('Running', 0, { retryCount: 3 }) },
    page: 'applications.md#failed',
  },
  {
    says: 'whose sync is tried a second time',
    status: { ...sound(), ...operation('Running', 0, { retryCount: 1 }) },
  },
  {
    says: 'degraded for 6 minutes',
    status: { ...sound(), ...health('Degraded', 6) },
    page: 'applications.md#degraded',
  },
  { says: 'degraded for 2 minutes', status: { ...sound(), ...health('Degraded', 2) } },
  {
    says: 'out of sync for 31 minutes',
    status: { ...sound(), ...operation('Succeeded', 31), ...sync('OutOfSync') },
    page: 'applications.md#out-of-sync',
  },
  {
    says: 'out of sync since a moment',
    status: { ...sound(), ...operation('Succeeded', 3), ...sync('OutOfSync') },
  },
  {
    says: 'whose repository cannot be read',
    status: {
      ...sound(),
      ...sync('Unknown'),
      conditions: [
        { type: 'ComparisonError', message: 'no such host', lastTransitionTime: ago(6) },
      ],
    },
    page: 'applications.md#error',
  },
  {
    says: 'without progress for 31 minutes',
    status: { ...sound(), ...health('Progressing', 31) },
    page: 'releases.md#stuck',
  },
  {
    says: 'at a gate for 5 hours',
    status: { ...sound(), ...health('Suspended', 300) },
    page: 'releases.md#waits',
  },
  { says: 'at a gate for an hour', status: { ...sound(), ...health('Suspended', 60) } },
];

/** What a message about an Application must hold, beside its page. */
export const wordsFor = (place: string, { metadata }: Manifest): readonly string[] => [
  ...place.split('/'),
  metadata.name,
  revision,
  'First step: ',
];
