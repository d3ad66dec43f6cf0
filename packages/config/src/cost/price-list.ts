import { freeze } from '@bizflow/kernel';
import type { CostRow } from './prices.ts';

/** Where a price comes from, and how it counts. */
interface Offer {
  readonly per: 'hour' | 'month';
  /** The row of the document's table that it belongs to. */
  readonly row: CostRow;
  /** Whether the regions differ; if so, `regionalPrices` says how. */
  readonly varies: boolean;
  /** An offer of AWS's price list (pricing.us-east-1.amazonaws.com/offers/v1.0/aws), or a page of AWS. */
  readonly source: string;
  /** The day on which it was read. */
  readonly read: string;
}

/** What AWS asks for one of a thing, on demand, in the region that AWS quotes first: us-east-1. */
export interface Price extends Offer {
  readonly usd: number;
  /** Of what, as a person reads it in the estimate. */
  readonly unit: string;
}

const read = '2026-10-05';
const hourly = (source: string, row: CostRow = 'Other', day = read): Offer => ({
  ...{ per: 'hour', row, varies: true, source, read: day },
});
const monthly = (source: string, row: CostRow = 'Other'): Offer => ({
  ...{ per: 'month', row, varies: false, source, read },
});
const everywhere = (offer: Offer): Offer => ({ ...offer, varies: false });
const byRegion = (offer: Offer): Offer => ({ ...offer, varies: true });
const price = (usd: number, unit: string, offer: Offer): Price => ({ ...offer, usd, unit });

// Karpenter v1.14.1 carries the offer of that day (pkg/providers/pricing/zz_generated.pricing_aws.go).
const nodes = hourly('AmazonEC2', 'EKS', '2026-07-06');
const fargate = hourly('AmazonECS', 'EKS');
const storage = byRegion(monthly('AmazonRDS', 'RDS'));
const cache = hourly('AmazonElastiCache', 'ElastiCache');
const endpoints = hourly('AmazonVPC', 'Other', '2026-08-21');
const waf = monthly('aws.amazon.com/waf/pricing', 'ALB + WAF');
const firewall = everywhere(hourly('AWSNetworkFirewall', 'Other', '2026-08-21'));
const pageOf = (service: string) => monthly(`aws.amazon.com/${service}/pricing`);

/** Every price that the estimate of the rendered fleet counts with. */
export const priceList = freeze({
  cluster: price(0.1, 'EKS cluster', everywhere(hourly('AmazonEKS', 'EKS'))),
  'm6g vCPU': price(0.0385, 'vCPU of a node (m6g)', nodes),
  'fargate vCPU': price(0.040_48, 'vCPU on Fargate', fargate),
  'fargate GB': price(0.004_445, 'GB on Fargate', fargate),
  'volume GB': price(0.08, 'GB of gp3 volumes', byRegion(monthly('AmazonEC2', 'EKS'))),
  'db.r6g vCPU': price(0.1125, 'vCPU of PostgreSQL (db.r6g)', hourly('AmazonRDS', 'RDS')),
  'database GB': price(0.115, 'GB of database storage (gp3)', storage),
  'insights vCPU': price(0.0125, 'vCPU in Database Insights', hourly('AmazonRDS', 'RDS')),
  'cache.r6g vCPU': price(0.103, 'vCPU of Redis (cache.r6g)', cache),
  'load balancer': price(0.0225, 'load balancer', hourly('AWSELB', 'ALB + WAF')),
  'web ACL': price(5, 'web ACL', waf),
  'web ACL rule': price(1, 'rule of a web ACL', waf),
  'bot control': price(10, 'Bot Control of a web ACL', waf),
  'NAT gateway': price(0.045, 'NAT gateway', hourly('AmazonEC2')),
  // For each endpoint of a firewall on its way (AWS Network Firewall, "Pricing").
  'waived NAT gateway': price(0, 'NAT gateway, waived beside a firewall', firewall),
  'public address': price(0.005, 'public IPv4 address', everywhere(hourly('AmazonVPC'))),
  'interface endpoint': price(0.01, 'interface endpoint in a zone', endpoints),
  'gateway attachment': price(0.05, 'attachment of a Transit Gateway', hourly('AmazonVPC')),
  'firewall endpoint': price(0.395, 'endpoint of a Network Firewall', firewall),
  key: price(1, 'KMS key', monthly('awskms')),
  secret: price(0.4, 'secret, each replica too', monthly('AWSSecretsManager')),
  alarm: price(0.1, 'metric of an alarm', monthly('AmazonCloudWatch')),
  dashboard: price(3, 'dashboard', pageOf('cloudwatch')),
  zone: price(0.5, 'hosted zone', monthly('AmazonRoute53')),
  'health check': price(0.5, 'health check', monthly('AmazonRoute53')),
  'health check option': price(1, 'HTTPS, 10 s or latency of a health check', pageOf('route53')),
  shield: price(3000, 'Shield Advanced, for a year at least', pageOf('shield')),
});

/** A price by its name in the list. */
export type PriceName = keyof typeof priceList;
