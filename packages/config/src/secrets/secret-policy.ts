import { freeze } from '@bizflow/kernel';

/** How secrets and the keys above them live; the document's "KMS Key Strategy" where it speaks. */
export const secretPolicy = freeze({
  /** How often the cluster copies secrets anew; our decision, since a rotation is announced by a restart. */
  refreshHours: 1,
  /** "Annual", and "automatic" of Secrets Manager's key, which KMS does once a year by default. */
  keyRotationDays: 365,
  /** Letters and digits alone, so that a URL needs no escapes; 40 of them are 238 bits. */
  passwordLength: 40,
});
