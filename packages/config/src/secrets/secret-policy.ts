import { freeze } from '@bizflow/kernel';

/** How secrets and the keys above them live; from the document's "KMS Key Strategy" where it says. */
export const secretPolicy = freeze({
  /** How often the cluster copies secrets again; our decision, since a rotation includes a restart. */
  refreshHours: 1,
  /** "Annual", and "automatic" of Secrets Manager's key, which KMS does once a year by default. */
  keyRotationDays: 365,
  /** Only letters and digits, so that a URL needs no escapes; 40 of them are 238 bits. */
  passwordLength: 40,
});
