import { expect, it } from 'vitest';
import { withRequests } from './with-requests.ts';

const request = { at: ['server', 'resources'], cpu: '50m', memory: '64Mi' };
const resources = { requests: { cpu: '50m', memory: '64Mi' } };

it('adds requests where the chart takes them, and keeps all other values', () => {
  expect(withRequests({ server: { replicas: 2 }, other: 1 }, [request])).toEqual({
    server: { replicas: 2, resources },
    other: 1,
  });
  expect(withRequests({}, [request])).toEqual({ server: { resources } });
});

it('keeps limits that the values name', () => {
  const values = { server: { resources: { limits: { memory: '1Gi' } } } };
  expect(withRequests(values, [request])).toEqual({
    server: { resources: { limits: { memory: '1Gi' }, ...resources } },
  });
});
