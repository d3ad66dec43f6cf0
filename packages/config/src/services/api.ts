import type { Service } from './service.ts';
import { variableNames } from './variables.ts';

export const api = {
  name: 'api',
  port: 3000,
  healthPath: '/health',
  compute: { kind: 'karpenter', architecture: 'arm64' },
  exposure: {
    host: 'api',
    certified: { production: 'api', staging: 'api' },
    answersRegion: true,
    answersCdn: true,
  },
  priority: 'bizflow-critical',
  resources: { cpuMillicores: 500, memoryMi: 512 },
  replicas: { production: { min: 6, max: 45 }, staging: { min: 2, max: 6 } },
  targetCpuPercent: 65,
  maxUnavailablePercent: 20,
  shutdownSeconds: 60,
  // 'internet': messaging providers.
  reaches: ['database', 'redis', 'bucket', 'internet'],
  variables: variableNames,
  failures: {
    attempts: 'http_server_request_duration_seconds_count',
    counted: 'http_route!="/health"',
    failed: 'http_response_status_code=~"5.."',
  },
} as const satisfies Service;
