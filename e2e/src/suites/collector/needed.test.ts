import { metrics } from '@bizflow/metrics';
import { expect, it } from 'vitest';
import { clusterFolders } from '../../fleet/folders.ts';
import { readInCloudWatch, readInPrometheus } from './needed.ts';

it('finds every metric of the contract on a dashboard or in an alarm', () => {
  const names = new Set(readInCloudWatch().map(({ name }) => name));
  expect([...names].toSorted()).toEqual(
    Object.values(metrics)
      .map(({ name }) => name)
      .toSorted(),
  );
});

it.each(clusterFolders())('finds what the judge of $id reads, with its labels', (folder) => {
  const read = readInPrometheus(folder).map((one) => one.join(' '));
  expect(read).toContain(
    'http_server_request_duration_seconds_count service_name rollouts_pod_template_hash http_route http_response_status_code',
  );
  expect(read).toContain(
    'messaging_process_duration_seconds_count service_name rollouts_pod_template_hash messaging_destination_name error_type',
  );
});
