import { exampleFleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { exposureRules } from './exposure-rules.ts';
import type { Exposure, Service } from './service.ts';

const { services, environments } = exampleFleet();
const api = services.find(({ name }) => name === 'api') as Service;
const others = services.filter(({ name }) => name !== api.name);

const own = api.exposure as Exposure;
const second = { ...api, name: 'second', exposure: { ...own, host: 'second', certified: {} } };

/** What is said of the services, as people read it. */
const said = (of: readonly unknown[]) =>
  exposureRules({ environments, services: of as typeof services }).map(
    ({ code, severity, at, value, reason }) => `${severity} ${code} ${at} = ${value}: ${reason}`,
  );

it('finds nothing in the services as they are', () => {
  expect(said(services)).toEqual([]);
  expect(said([])).toEqual([]);
});

it('names a fleet in which no service answers', () => {
  expect(said([{ ...api, exposure: null }, ...others])).toEqual([
    expect.stringMatching(/EXPOSURE_REGION services = 0 exposed services: .*none does$/),
    expect.stringMatching(/EXPOSURE_CDN services = 0 exposed services: .*none does$/),
  ]);
  expect(said([{ ...api, exposure: { ...own, answersRegion: false } }])).toEqual([
    expect.stringMatching(/EXPOSURE_REGION services\.api\.exposure\.answersRegion = false: /),
  ]);
});

it('names the second that answers, and says which does already', () => {
  expect(said([api, second])).toEqual([
    expect.stringMatching(/services\.second\.exposure\.answersRegion = true: .*: api does$/),
    expect.stringMatching(/services\.second\.exposure\.answersCdn = true: .*: api does$/),
  ]);
});

it('lets a new service wait for its certificate, and not the one that answers', () => {
  const waits = { ...own, certified: { ...own.certified, production: null } };
  const behind = { ...waits, host: 'new', answersRegion: false, answersCdn: false };
  const at = (name: string) => `services.${name}.exposure.certified.production = null`;
  expect(said([{ ...api, exposure: waits }])).toEqual([
    expect.stringContaining(`error CERTIFICATE_MISSING ${at('api')}`),
  ]);
  const ofCdn = { ...own, certified: { production: null, staging: null }, answersRegion: false };
  expect(said([api, { ...second, exposure: { ...ofCdn, host: 'second' } }]).join('\n')).toMatch(
    /error CERTIFICATE_MISSING .*production.*\n.*warning CERTIFICATE_REQUESTED .*staging/,
  );
  expect(
    said([api, { ...second, exposure: { ...behind, certified: { production: null } } }]),
  ).toEqual([expect.stringContaining(`warning CERTIFICATE_REQUESTED ${at('second')}`)]);
});
