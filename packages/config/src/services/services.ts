import { freeze } from '@bizflow/kernel';
import { api } from './api.ts';
import type { Service } from './service.ts';
import { whatsappWorker } from './whatsapp-worker.ts';

/** What runs in every cluster, in the order of the document's diagram. */
export const services: readonly Service[] = freeze([
  // One a line, so that two branches may each add one.
  api,
  whatsappWorker,
]);
