/** One call that the provider made, and for what. */
export interface Call {
  /** The type of resource or data source, or nothing where the provider asks for itself. */
  readonly type: string;
  /** The service as the request's signature names it. */
  readonly signedFor: string;
  /** The operation, as AWS's SDK names it. */
  readonly operation: string;
  /** Whether the provider made, changed or took away something; otherwise it looked, as a plan does. */
  readonly applies: boolean;
}

/**
 * The calls in the provider's log (`TF_LOG_PROVIDER=DEBUG`), each once. An entry goes over several lines where
 * the request has a body, whose lines begin with a bar; its fields have no order.
 */
export const callsIn = (log: string): readonly Call[] => {
  const sent = log
    .split(/\n(?=\d{4}-\d\d-\d\dT)/)
    .filter((entry) => entry.includes(': HTTP Request Sent: '))
    .map((entry) => entry.replace(/\n {2}\| .*/g, ''))
    .map((entry) => ({
      type: first(entry, /\btf_(?:(?:ephemeral_)?resource|data_source)_type=(\w+)/),
      signedFor: first(entry, /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/),
      operation: first(entry, /\brpc\.method=(\w+)/),
      applies: entry.includes('tf_rpc=ApplyResourceChange'),
    }));
  return [...new Map(sent.map((call) => [Object.values(call).join(), call])).values()];
};

const first = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
