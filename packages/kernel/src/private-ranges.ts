import { freeze } from './freeze.ts';

/** Addresses that never route on the Internet: RFC 1918, and RFC 6598, which EKS takes for pods. */
export const privateRanges = freeze([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
]);
