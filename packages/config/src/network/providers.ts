import { freeze } from '@bizflow/kernel';
import type { variables } from '../services/variables.ts';

/** Names at which a third party answers. */
export interface Provider {
  /** A leading dot means all names below. */
  readonly hosts: readonly string[];
  readonly source: string;
}

type Secret = Extract<(typeof variables)[keyof typeof variables], { readonly kind: 'secret' }>;

/** Secrets that a third party gave out; those of data stores are addresses inside the VPC. */
type GivenSecret = Exclude<Secret['secret'], 'database' | 'redis'> | 'slack' | 'pagerduty';

/** Who answers to the value of each secret that a third party gave out, by the name of the secret. */
export const providers = freeze({
  gupshup: { hosts: ['.gupshup.io'], source: 'Gupshup, "WhatsApp API": api.gupshup.io' },
  meta: {
    hosts: ['graph.facebook.com', 'lookaside.fbsbx.com'],
    source: 'Meta, "WhatsApp Cloud API": messages, and the media that it sends a client to',
  },
  twilio: { hosts: ['.twilio.com'], source: 'Twilio, "API": api.twilio.com, and its edges' },
  'twilio-auth': { hosts: ['.twilio.com'], source: 'Twilio, "API": api.twilio.com, and its edges' },
  slack: { hosts: ['slack.com'], source: 'argoproj/notifications-engine, pkg/services/slack.go' },
  pagerduty: {
    hosts: ['events.pagerduty.com'],
    source:
      'PagerDuty, "Events API v2"; argoproj/notifications-engine, pkg/services/pagerdutyv2.go',
  },
} as const satisfies Record<GivenSecret, Provider>);
