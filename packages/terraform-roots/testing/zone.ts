import type { DnsRecord } from '@bizflow/proofs';
import type { Routing } from '../src/global/routing.ts';

/** The name of the distribution that serves the page; AWS assigns the real one. */
export const page = 'page.cloudfront.net';

/** The records that terraform/global/route53.tf makes of its input `routing`, one by one. */
export const recordsOf = ({ hosts, answers, steering }: Routing): readonly DnsRecord[] => [
  ...hosts.flatMap((name) =>
    Object.values(answers).map((answer) => ({
      name,
      target: answer.target,
      healthCheck: null,
      policy: {
        kind: 'geolocation' as const,
        country: 'country' in answer ? answer.country : null,
        continent: 'continent' in answer ? answer.continent : null,
      },
    })),
  ),
  ...Object.entries(steering).flatMap(([name, { primary, secondary }]): readonly DnsRecord[] => {
    const other = { name, target: secondary ?? page, healthCheck: null };
    if (primary === null) return [{ ...other, policy: { kind: 'simple' } }];
    const { host: target, health_check: healthCheck } = primary;
    return [
      { name, target, healthCheck, policy: { kind: 'failover', role: 'primary' } },
      { ...other, policy: { kind: 'failover', role: 'secondary' } },
    ];
  }),
];
