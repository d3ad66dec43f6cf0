import type { Metric } from './metric.ts';

const tenant = { 'bizflow.tenant.id': 'uuid' } as const;

const freeze = <const T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).map(freeze);
  return value;
};

/**
 * What the applications promise to measure. Dashboards, alarms and the collectors are made of it,
 * so a change of a name, a unit or an attribute is a new major version.
 */
export const metrics = freeze({
  requestDuration: {
    name: 'bizflow.request.duration',
    instrument: 'exponential-histogram',
    unit: 's',
    description:
      'One request answered, or one message processed; never a health probe. Its count is the traffic.',
    attributes: { outcome: ['success', 'failure'] },
    joined: 'distribution',
  },
  up: {
    name: 'bizflow.up',
    instrument: 'gauge',
    unit: '1',
    description: '1 from every living process, with traffic or without.',
    attributes: {},
    joined: 'sum',
  },
  activeUsers: {
    name: 'bizflow.users.active',
    instrument: 'gauge',
    unit: '1',
    description: 'Users of the region seen in the last 5 minutes; every process reports them all.',
    attributes: {},
    joined: 'maximum',
  },
  activeTenants: {
    name: 'bizflow.tenants.active',
    instrument: 'gauge',
    unit: '1',
    description: 'Tenants of the region with a user seen in the last 5 minutes.',
    attributes: {},
    joined: 'maximum',
  },
  tenantActivity: {
    name: 'bizflow.tenant.actions',
    instrument: 'counter',
    unit: '1',
    description: "Actions of a tenant's users that changed something.",
    attributes: tenant,
    joined: 'sum',
  },
  apiUsage: {
    name: 'bizflow.api.requests',
    instrument: 'counter',
    unit: '1',
    description: 'API requests, by the tenant they are billed to.',
    attributes: tenant,
    joined: 'sum',
  },
  whatsappMessages: {
    name: 'bizflow.whatsapp.messages',
    instrument: 'counter',
    unit: '1',
    description: 'WhatsApp messages handed to a provider or taken from one.',
    attributes: {
      provider: ['gupshup', 'meta', 'twilio'],
      direction: ['inbound', 'outbound'],
    },
    joined: 'sum',
  },
  subscriptions: {
    name: 'bizflow.subscriptions',
    instrument: 'gauge',
    unit: '1',
    description: 'Subscriptions of the region by their billing status.',
    attributes: { status: ['trialing', 'active', 'past_due', 'cancelled'] },
    joined: 'maximum',
  },
} as const satisfies Record<string, Metric>);

export type MetricKey = keyof typeof metrics;
