import { freeze } from '@bizflow/kernel';

/** A company that receives data from the platform. */
export interface Recipient {
  readonly company: string;
  /** What it receives, and why. */
  readonly receives: string;
}

/** Who runs the machines; no host of the Internet names it. */
export const host: Recipient = freeze({
  company: 'Amazon Web Services',
  receives: 'stores and processes everything, in the regions of this record',
});

/** Who answers to each secret that a third party gave out: a rule asks for one that is missing. */
export const recipients: Readonly<Record<string, Recipient>> = freeze({
  gupshup: { company: 'Gupshup', receives: 'messages, to deliver them' },
  meta: { company: 'Meta Platforms', receives: 'messages and their media, to deliver them' },
  twilio: { company: 'Twilio', receives: 'messages, to deliver them' },
  'twilio-auth': { company: 'Twilio', receives: 'messages, to deliver them' },
  slack: {
    company: 'Slack',
    receives: 'news of releases and alarms; no data of tenants is meant to be in them',
  },
  pagerduty: {
    company: 'PagerDuty',
    receives: 'alarms; no data of tenants is meant to be in them',
  },
});
