/** A host of a subnet. */
export const hostIn = (cidr: string): string => cidr.replace(/\d+\/\d+$/, '77');

/** Hosts of the Internet, by documentation addresses (RFC 5737): any, and one of S3 in this region. */
export const hosts = { any: '198.51.100.7', s3: '203.0.113.7' } as const;
