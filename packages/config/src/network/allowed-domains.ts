import { type Asking, neededHosts } from './needed-hosts.ts';

/**
 * Names that a network firewall lets through, by the name in the TLS handshake, each once and in order; a leading
 * dot means the name itself and all below it.
 */
export const allowedDomains = (asking: Asking): readonly string[] =>
  [...new Set(neededHosts(asking).map(({ host }) => host))].toSorted();
