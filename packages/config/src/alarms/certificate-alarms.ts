import type { AlarmPolicy } from './alarm.ts';

/** "Certificate expiry < 30 days -> Email". */
export const certificateExpiry: AlarmPolicy = {
  name: 'certificate-expiry',
  severity: 'notice',
  of: 'certificate',
  reads: { days: { metric: 'certificateDays', stat: 'Minimum' } },
  expression: 'days',
  compare: 'below',
  threshold: 30,
  unit: 'days',
  periodSeconds: 86_400,
  windowMinutes: 1440,
  missing: 'ignore',
  missingBecause: 'ACM reports about once a day and stops at expiry, so the last state is kept.',
  says: 'Time to the expiry of a certificate',
  first:
    'ACM renews a certificate only while its validation records exist: check the records in the hosted zone, and the status of the certificate in ACM.',
};
