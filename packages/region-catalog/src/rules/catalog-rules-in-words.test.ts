import { expect, it } from 'vitest';
import { problemsOf } from '../../testing/index.ts';
import { regulations } from '../regulations.ts';

const first = (change: Parameters<typeof problemsOf>[0]) => problemsOf(change)[0];

it('says which two blocks overlap', () => {
  expect(
    first((c) => Object.assign(c['xx-west-1'].network.database, ['10.4.22.0/24'])),
  ).toMatchInlineSnapshot(`
    {
      "at": "xx-west-1.network.database[1]",
      "code": "CIDR_OVERLAP",
      "reason": "overlaps 10.4.22.0/24 (xx-west-1.network.database[0])",
      "remedy": "choose a block that no other network uses",
      "severity": "error",
      "value": "10.4.22.0/24",
    }
  `);
});

it('says which VPC a subnet is outside of', () => {
  expect(
    first((c) => Object.assign(c['xx-central-1'].network.private, ['10.9.11.0/24'])),
  ).toMatchInlineSnapshot(`
    {
      "at": "xx-central-1.network.private[0]",
      "code": "CIDR_OUTSIDE_VPC",
      "reason": "is outside the VPC 10.1.0.0/16",
      "remedy": "choose a block inside the VPC",
      "severity": "error",
      "value": "10.9.11.0/24",
    }
  `);
});

it('says how large a block with host bits is', () => {
  expect(
    first((c) => Object.assign(c['xx-central-1'].network, { vpc: '10.1.1.0/16' })),
  ).toMatchInlineSnapshot(`
    {
      "at": "xx-central-1.network.vpc",
      "code": "CIDR_MISALIGNED",
      "reason": "has host bits set: a /16 starts on a multiple of its size",
      "remedy": "clear the host bits or change the prefix",
      "severity": "error",
      "value": "10.1.1.0/16",
    }
  `);
});

it('says what the United Kingdom and the European Union are called', () => {
  expect(first((c) => c['xx-west-1'].serves.push('UK'))).toMatchInlineSnapshot(`
    {
      "at": "xx-west-1.serves[35]",
      "code": "COUNTRY_UNKNOWN",
      "reason": "is not an ISO 3166-1 alpha-2 code",
      "remedy": "use a code of countryCodes; the United Kingdom is GB, the EU is euMembers",
      "severity": "error",
      "value": "UK",
    }
  `);
});

it('says which region serves the country already', () => {
  expect(first((c) => c['xx-west-1'].serves.push('AE'))).toMatchInlineSnapshot(`
    {
      "at": "xx-west-1.serves[35]",
      "code": "COUNTRY_SERVED_TWICE",
      "reason": "is already served (xx-north-1.serves[0])",
      "remedy": "keep it in one region",
      "severity": "error",
      "value": "AE",
    }
  `);
});

it('says which laws there are', () => {
  expect(first((c) => c['xx-west-1'].regulations.push('UK-GDPR'))).toEqual({
    ...{ code: 'REGULATION_UNKNOWN', severity: 'error' },
    ...{ at: 'xx-west-1.regulations', value: 'UK-GDPR', reason: 'is not a law of regulations.ts' },
    remedy: `use one of ${Object.keys(regulations).join(', ')}`,
  });
});

it('says whom a replica may follow', () => {
  expect(
    first((c) => Object.assign(c['xx-west-1'].database, { role: 'replica', source: 'xx-east-1' })),
  ).toMatchInlineSnapshot(`
    {
      "at": "xx-west-1.database.source",
      "code": "REPLICA_SOURCE",
      "reason": "is not a writer that takes this region's writes",
      "remedy": "name a region whose role is writer, the same as \`writer\`",
      "severity": "error",
      "value": "xx-east-1",
    }
  `);
});

it('says what depends on a region that is going', () => {
  expect(
    first((c) => Object.assign(c['xx-east-1'].life, { extent: 'remains' })),
  ).toMatchInlineSnapshot(`
    {
      "at": "xx-central-1.fallback.region",
      "code": "REGION_LEAVING",
      "reason": "is about to be destroyed",
      "remedy": "name a region that stays, before the move of the other goes on",
      "severity": "error",
      "value": "xx-east-1",
    }
  `);
});

it('says whose data crosses which border, and where to write it down', () => {
  expect(
    first((c) => Object.assign(c['xx-north-1'].buckets[0] ?? {}, { replicatesTo: 'xx-central-1' })),
  ).toMatchInlineSnapshot(`
    {
      "at": "xx-north-1.buckets[0].replicatesTo",
      "code": "RESIDENCY_CROSSING",
      "reason": "moves data of AE to IN",
      "remedy": "keep the data in its region, or write an exception with its legal basis in exceptions.ts",
      "severity": "error",
      "value": "bucket-replica xx-north-1 -> xx-central-1",
    }
  `);
});

it('says which exception has had its day', () => {
  expect(
    first((c) => Object.assign(c['xx-central-1'].buckets[0] ?? {}, { replicatesTo: null })),
  ).toMatchInlineSnapshot(`
    {
      "at": "exceptions[6]",
      "code": "EXCEPTION_UNUSED",
      "reason": "no data of IN crosses this border any more",
      "remedy": "delete the exception, or the countries that no longer need it",
      "severity": "error",
      "value": "bucket-replica xx-central-1 -> xx-east-1",
    }
  `);
});
