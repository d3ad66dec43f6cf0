import { expect, it } from 'vitest';
import { api } from './services/api.ts';
import { whatsappWorker } from './services/whatsapp-worker.ts';
import { services } from './services.ts';

it('has the two programs of the diagram', () => {
  expect(services).toEqual([api, whatsappWorker]);
});

it('runs the WhatsApp worker on Fargate, which is amd64 only, and exposes it nowhere', () => {
  expect(whatsappWorker.compute).toEqual({ kind: 'fargate', architecture: 'amd64' });
  expect(whatsappWorker.exposure).toBeNull();
});

it('runs the API on Graviton behind api.<zone>', () => {
  expect(api.compute).toEqual({ kind: 'karpenter', architecture: 'arm64' });
  expect(api.exposure).toEqual({ host: 'api', answersRegion: true });
});

it('checks the health of every service where Route 53 checks it', () => {
  for (const { healthPath } of services) expect(healthPath).toBe('/health');
});

it('keeps two pods of every service in production, so that one may be drained', () => {
  for (const { replicas } of services) expect(replicas.production.min).toBeGreaterThanOrEqual(2);
});

it('can be changed by nobody who imports it', () => {
  expect(Object.isFrozen(services)).toBe(true);
  expect(Object.isFrozen(api.resources)).toBe(true);
});
