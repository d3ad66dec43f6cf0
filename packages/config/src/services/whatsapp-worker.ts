import type { Service } from './service.ts';
import { variableNames } from './variables.ts';

export const whatsappWorker = {
  name: 'whatsapp-worker',
  port: 3000,
  healthPath: '/health',
  compute: { kind: 'fargate', architecture: 'amd64' },
  exposure: null,
  priority: 'bizflow-standard',
  resources: { cpuMillicores: 250, memoryMi: 512 },
  replicas: { production: { min: 2, max: 24 }, staging: { min: 1, max: 4 } },
  targetCpuPercent: 65,
  maxUnavailablePercent: 25,
  shutdownSeconds: 120,
  reaches: ['database', 'redis', 'bucket', 'internet'],
  variables: variableNames,
  failures: {
    attempts: 'messaging_process_duration_seconds_count',
    counted: 'messaging_destination_name!=""',
    failed: 'error_type!=""',
  },
} as const satisfies Service;
