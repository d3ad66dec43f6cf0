import { freeze } from '@bizflow/kernel';
import type { Service } from './service.ts';
import { api } from './services/api.ts';
import { whatsappWorker } from './services/whatsapp-worker.ts';

/** What runs in every cluster, in the order of the document's diagram. */
export const services: readonly Service[] = freeze([api, whatsappWorker]);
