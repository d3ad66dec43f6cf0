/** One line of a stateless filter. */
export interface AclRule {
  readonly number: number;
  readonly allows: boolean;
  readonly protocol: string;
  readonly cidr: string;
  readonly from: number;
  readonly to: number;
}

export interface Acl {
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

/** Where a route leads: the argument of `aws_route` that is set, or the gateway endpoint of S3. */
export interface Route {
  readonly cidr: string;
  readonly target: string;
}

export interface Subnet {
  readonly id: string;
  readonly address: string;
  readonly cidr: string;
  readonly acl: Acl | undefined;
  readonly routes: readonly Route[];
}

/** One permission of a security group. */
export interface GroupRule {
  readonly direction: 'ingress' | 'egress';
  readonly group: string;
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly cidr: string | undefined;
  /** Another group, or a prefix list of AWS. */
  readonly peer: string | undefined;
}

/** A VPC as a root makes it. */
export interface Network {
  readonly root: string;
  readonly vpc: string;
  readonly subnets: readonly Subnet[];
  /** The subnets in which NAT gateways stand. */
  readonly natSubnets: readonly string[];
  readonly rules: readonly GroupRule[];
}
