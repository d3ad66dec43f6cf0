import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';

const parts = (d: Draft) => d.foundations.production;
const line = { amazonSideAsn: 65_000, onPremises: ['192.168.0.0/16'] };
const consumer = 'arn:aws:iam::444455556666:root';

/** Turns on optional parts of the document where they cannot work, and off what users need. */
export const optionalParts: readonly Breakage[] = [
  [
    'databases of users that one apply may delete',
    (d) => (parts(d).deletionProtection = false),
    'DATABASE_UNPROTECTED',
  ],
  [
    'peering in an environment of one region',
    (d) => (d.foundations.staging.vpcPeering = true),
    'PART_WITHOUT_HUB',
  ],
  [
    'a line into an environment of one region',
    (d) => (d.foundations.staging.directConnect = line),
    'PART_WITHOUT_HUB',
  ],
  [
    'a public AS number',
    (d) => (parts(d).directConnect = { ...line, amazonSideAsn: 16_509 }),
    'LINE_ASN',
  ],
  [
    'a delegated zone that is not below',
    (d) =>
      (d.globalLayers.production.delegations = {
        'test.example.net': ['ns-1.example.com', 'ns-2.example.com'],
      }),
    'DELEGATION_ZONE',
  ],
  [
    'a delegated zone with one name server',
    (d) =>
      (d.globalLayers.production.delegations = {
        [`test.${d.environments[0]?.zone}`]: ['ns-1.example.com'],
      }),
    'DELEGATION_SERVERS',
  ],
  [
    'a line to no network',
    (d) => (parts(d).directConnect = { ...line, onPremises: [] }),
    'LINE_TO_NOWHERE',
  ],
  [
    'a line to everywhere',
    (d) => (parts(d).directConnect = { ...line, onPremises: ['0.0.0.0/0'] }),
    'LINE_NETWORK',
  ],
  [
    'a line to a network that is ours',
    (d) => {
      const { vpc } = d.catalog['xx-west-1'].network;
      parts(d).directConnect = { ...line, onPremises: [vpc] };
    },
    'LINE_NETWORK',
  ],
  [
    'a service for every account',
    (d) =>
      Object.assign(parts(d), { clustersSynced: true, privateLink: { allowedPrincipals: ['*'] } }),
    'PRIVATE_LINK_PRINCIPALS',
  ],
  [
    'a service before the first sync',
    (d) =>
      Object.assign(parts(d), {
        clustersSynced: false,
        privateLink: { allowedPrincipals: [consumer] },
      }),
    'PRIVATE_LINK_EARLY',
  ],
];
