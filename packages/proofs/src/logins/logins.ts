import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { loginRules } from './login-rules.ts';
import { databaseUrl, writtenSecrets } from './written-secrets.ts';

/** Every role that a database URL names gets its password from the secret of this URL's password. */
export const logins = (rendered: RenderedFleet): Proof => {
  const written = writtenSecrets(rendered.plans);
  return proofOf('logins', 'every URL of a database logs in', {
    problems: loginRules(rendered, written),
    witness: [...written].flatMap(([name, value]) => {
      const url = databaseUrl(value);
      return url === undefined ? [] : `${name}: ${url.role}, by ${url.secret}`;
    }),
  });
};
