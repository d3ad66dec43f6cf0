import { type Problem, problem, warning } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { Exposure } from './service.ts';

/** The exposure of a service, with the service's name and its own path. */
export interface Exposed extends Exposure {
  readonly name: string;
  readonly at: string;
}

/** A host waits for its certificate, unless the service is the only one that answers in an environment. */
export const certificateRules = (
  own: Exposed,
  environments: Fleet['environments'],
): readonly Problem[] =>
  Object.entries(own.certified)
    .filter(([, known]) => known !== own.host)
    .map(([environment, known]) => {
      const hasCdn = environments.some(({ name, cdn }) => name === environment && cdn);
      const at = `${own.at}.certified.${environment}`;
      return known === null && (own.answersRegion || (own.answersCdn && hasCdn))
        ? unanswered(own, environment, at)
        : warning({
            code: 'CERTIFICATE_REQUESTED',
            at,
            value: known,
            reason: `is the host in the certificates of ${environment}; until they contain ${own.host}, no Ingress answers it`,
            remedy: `apply the Terraform roots of ${environment}, then write '${own.host}'`,
          });
    });

// A service that waits for its certificate is not rendered: a new one may wait, and not the one that all others need.
const unanswered = ({ name, host, answersRegion }: Exposed, environment: string, at: string) =>
  problem({
    code: 'CERTIFICATE_MISSING',
    at,
    value: null,
    reason: `takes ${name} out of ${environment}, where it alone answers ${answersRegion ? 'the name of each region' : 'CloudFront'}`,
    remedy: `write '${host}', or the host that the certificates of ${environment} still contain; a new service gets its certificate before it answers that host`,
  });
