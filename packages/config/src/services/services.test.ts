import { catalog } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { api } from './api.ts';
import type { Service } from './service.ts';
import { services } from './services.ts';
import { whatsappWorker } from './whatsapp-worker.ts';

const programs: readonly Service[] = [api, whatsappWorker];

it('has the two programs of the diagram, in its order', () => {
  expect(programs.map(({ name }) => name)).toEqual(['api', 'whatsapp-worker']);
  expect(services.filter((service) => programs.includes(service))).toEqual(programs);
});

it('runs the WhatsApp worker on Fargate, which is amd64 only, and does not expose it', () => {
  expect(whatsappWorker.compute).toEqual({ kind: 'fargate', architecture: 'amd64' });
  expect(whatsappWorker.exposure).toBeNull();
});

it('runs the API on Graviton behind api.<zone>', () => {
  expect(api.compute).toEqual({ kind: 'karpenter', architecture: 'arm64' });
  expect(api.exposure).toMatchObject({ host: 'api', answersRegion: true, answersCdn: true });
});

it("checks the health of the document's programs on /health", () => {
  for (const { healthPath } of programs) expect(healthPath).toBe('/health');
});

it('checks the health of what answers for a region on the path where Route 53 checks it', () => {
  const answering = services.filter(({ exposure }) => exposure?.answersRegion);
  expect(answering).toHaveLength(1);
  for (const { dns } of Object.values(catalog)) {
    for (const { healthPath } of answering) expect(healthPath).toBe(dns.healthCheck.path);
  }
});

it('keeps two pods of every service in production, so that one may be drained', () => {
  for (const { replicas } of services) expect(replicas.production.min).toBeGreaterThanOrEqual(2);
});

it('cannot be changed by code that imports it', () => {
  expect(Object.isFrozen(services)).toBe(true);
  expect(Object.isFrozen(api.resources)).toBe(true);
});
