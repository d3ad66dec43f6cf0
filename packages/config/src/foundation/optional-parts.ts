import { freeze } from '@bizflow/kernel';

/** A Direct Connect line from an office or a data centre to the hub, which has to be ordered first. */
export interface DirectConnect {
  /** Private AS number of the Direct Connect gateway, another one than each Transit Gateway's. */
  readonly amazonSideAsn: number;
  /** Networks at the other end that may open Argo CD, in CIDR notation. */
  readonly onPremises: readonly string[];
}

/** The API of the hub as a PrivateLink service, for networks of others that may not use the Internet. */
export interface PrivateLink {
  /** Who may ask to connect, by ARN; each connection then waits for a person. */
  readonly allowedPrincipals: readonly string[];
}

/** What the document draws beside its four regions, and an environment may have or not. */
export interface OptionalParts {
  /** Whether AWS Network Firewall filters traffic between the Internet and the public subnets. */
  readonly networkFirewall: boolean;
  readonly directConnect: DirectConnect | null;
  readonly privateLink: PrivateLink | null;
  /** Whether regions that write to each other do so by VPC peering, and not by their Transit Gateways. */
  readonly vpcPeering: boolean;
  /** Which regions the hub has a link to: all, as the document draws it, or those that something crosses to. */
  readonly links: 'drawn' | 'used';
}

/** Modules that a root calls only while a fact has them. */
export const optionalModules = freeze(['modules/network-firewall'] as const);

/** None of what must be ordered, or needs a partner; links as the document draws them. */
export const nothingOptional = freeze({
  networkFirewall: false,
  directConnect: null,
  privateLink: null,
  vpcPeering: false,
  links: 'drawn',
} as const satisfies OptionalParts);
