/** RDS and ElastiCache user guides, "Release calendar" and "Supported engines and versions"; read in November 2026. */
export const versions = {
  postgres: ['14', '15', '16', '17', '18'],
  redis: ['7.0', '7.1'],
};

/** libpq, "SSL mode": those that never fall back to plain text. */
export const sslModes = ['require', 'verify-ca', 'verify-full'];

/** Elastic Load Balancing, "Security policies": TLS 1.3 with TLS 1.2 at least, and no ciphers of CBC. */
export const tlsPolicies = [
  'ELBSecurityPolicy-TLS13-1-2-2021-06',
  'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
  'ELBSecurityPolicy-TLS13-1-3-2021-06',
  'ELBSecurityPolicy-TLS13-1-2-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09',
];

/** VPC user guide, "AWS services that integrate with AWS PrivateLink": those that a cluster may need. */
export const services = [
  ...['autoscaling', 'aps-workspaces', 'ec2', 'ec2messages', 'ecr.api', 'ecr.dkr', 'eks'],
  ...['eks-auth', 'elasticloadbalancing', 'kms', 'logs', 'monitoring', 'secretsmanager', 'sns'],
  ...['sqs', 'ssm', 'ssmmessages', 'sts', 'xray'],
];

/** CloudWatch Logs API, `PutRetentionPolicy`. */
export const retention = [
  ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557],
  ...[2922, 3288, 3653],
];
