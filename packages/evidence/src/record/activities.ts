import { freeze } from '@bizflow/kernel';

/** Something that the platform does with personal data. */
export interface Activity {
  readonly name: string;
  /** The services that do it; empty for what the platform itself does. */
  readonly services: readonly string[];
  readonly role: 'controller' | 'processor';
  readonly purpose: string;
  /** Whose data it is. */
  readonly people: string;
  /** Which kinds of data, as far as it is known. */
  readonly data: string;
}

/** Every activity; a rule asks for a service that is in none. */
export const activities: readonly Activity[] = freeze([
  {
    name: 'BizFlow for tenants',
    services: ['api'],
    role: 'processor',
    purpose: 'Tenants keep their business data in BizFlow and work with it.',
    people: 'customers and staff of tenants',
    data: 'what a tenant enters; objects that it uploads',
  },
  {
    name: 'Messages',
    services: ['whatsapp-worker'],
    role: 'processor',
    purpose: 'Tenants write to their customers by WhatsApp, and receive answers.',
    people: 'customers of tenants',
    data: 'telephone numbers, texts and media of messages',
  },
  {
    name: 'Operation and security',
    services: [],
    role: 'controller',
    purpose:
      'BizFlow runs, repairs and defends the platform: logs, traces, alarms, records of access.',
    people: 'users of the platform, and those who attack it',
    data: 'addresses on the Internet, times, requests, names of accounts',
  },
]);
