import type { Network } from './model.ts';

/** One endpoint of a connection: its address and its VPC. The Internet has no network. */
export interface Endpoint {
  readonly ip: string;
  readonly network: Network | undefined;
  readonly groups: readonly string[];
  /** Prefix lists of AWS that this address belongs to. */
  readonly lists: readonly string[];
}

/** A connection that one end opens. */
export interface Connection {
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}
