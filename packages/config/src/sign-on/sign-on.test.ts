import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { clusters } from '../clusters/clusters.ts';
import { issuer } from '../names/index.ts';
import { allowedDomains } from '../network/index.ts';
import { groups } from './groups.ts';
import { signOn } from './sign-on.ts';

const domains = allowedDomains(committed);

// A leading dot means the name itself as well (Network Firewall, "Stateful domain list rule groups").
const isAllowed = (host: string): boolean =>
  domains.some((name) => (name.startsWith('.') ? `.${host}`.endsWith(name) : host === name));

it.each(clusters(committed))(
  'lets Argo CD of $id reach its issuer and its repository',
  (cluster) => {
    const reached = [
      new URL(issuer(cluster)).host,
      // Codes become tokens there, asked for by Argo CD itself and not by a browser.
      `${cluster.name}.auth.${cluster.region.id}${signOn.tokenDomain}`,
      new URL(cluster.repository).host,
      // An App gets its tokens from the API.
      `api.${new URL(cluster.repository).host}`,
    ];
    expect(reached.filter((host) => !isAllowed(host))).toEqual([]);
  },
);

it('names groups as a user pool lets providers be named', () => {
  for (const group of Object.values(groups)) expect(group).toMatch(/^[a-z][a-z-]{2,31}$/);
  expect(new Set(Object.values(groups)).size).toBe(Object.keys(groups).length);
});
