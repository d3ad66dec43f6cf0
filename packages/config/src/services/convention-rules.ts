/** What a program counts of its work, and how Prometheus labels it. */
export interface Convention {
  /** What the counted is: `requests` of what a load balancer serves, `messages` of what works behind it. */
  readonly of: 'requests' | 'messages';
  /** The label that tells failures, a value of a success and one of a failure. */
  readonly outcome: readonly [label: string, success: string, failure: string];
  readonly labels: readonly string[];
}

const everywhere = ['error_type', 'server_address', 'server_port', 'service_version'];

/**
 * By the counter: OpenTelemetry, "Semantic conventions for HTTP metrics" and "for messaging metrics"; Prometheus
 * writes dots as underlines, and adds unit and part.
 */
export const conventions: Readonly<Record<string, Convention>> = {
  http_server_request_duration_seconds_count: {
    of: 'requests',
    outcome: ['http_response_status_code', '200', '503'],
    labels: [
      ...['http_response_status_code', 'http_route', 'http_request_method', 'url_scheme'],
      ...['network_protocol_name', 'network_protocol_version', ...everywhere],
    ],
  },
  messaging_process_duration_seconds_count: {
    of: 'messages',
    outcome: ['error_type', '', 'timeout'],
    labels: [
      ...['messaging_operation_name', 'messaging_system', 'messaging_destination_name'],
      ...['messaging_consumer_group_name', 'messaging_destination_partition_id', ...everywhere],
    ],
  },
};
