import type { Network } from './model.ts';

/** One end of a connection: an address, and where it stands. The Internet has no network. */
export interface End {
  readonly ip: string;
  readonly network: Network | undefined;
  readonly groups: readonly string[];
  /** Prefix lists of AWS that this address belongs to. */
  readonly lists: readonly string[];
}

/** A connection that one end opens. */
export interface Connection {
  readonly from: End;
  readonly to: End;
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}
